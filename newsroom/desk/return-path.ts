/** Where to go after signing in: a page of the desk, whatever the address said. */
export function returnPath(asked: unknown): string {
  if (typeof asked !== 'string' || !/^\/admin(?:[/?][\w\-./?=&%~]*)?$/.test(asked)) return '/admin'
  const { pathname, search } = new URL(asked, 'http://desk.invalid')
  const isDesk = pathname === '/admin' || pathname.startsWith('/admin/')
  return isDesk && !pathname.startsWith('/admin/sign-in') ? pathname + search : '/admin'
}
