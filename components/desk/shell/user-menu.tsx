'use client'
import { Menu } from '@base-ui/react/menu'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useNewsroom, useTexts } from '@/components/desk/texts'
import { classes, POPUP, POPUP_ITEM } from '@/components/desk/ui/classes'
import { notify } from '@/components/desk/ui/toast'
import type { Role } from '@/newsroom/desk/staff'
import { chooseLocale, chooseTheme, chosenTheme, THEMES, type Theme } from './preferences'

const LANGUAGES = [
  { locale: 'zh-CN', name: '中文' },
  { locale: 'en', name: 'English' },
] as const

/** Who is here, and what is theirs alone: account, language, appearance, the way out. */
export function UserMenu({ name, role }: { name: string; role: Role }) {
  const t = useTexts()
  const router = useRouter()
  const { locale } = useNewsroom()
  const [theme, setTheme] = useState<Theme>('system')
  const changeTheme = (next: Theme) => {
    setTheme(next)
    chooseTheme(next)
  }
  const changeLocale = (next: string) => {
    chooseLocale(next)
    router.refresh()
  }
  return (
    <Menu.Root onOpenChange={(open) => open && setTheme(chosenTheme())}>
      <Menu.Trigger
        aria-label={t('common.user.menu', { name })}
        className="-mx-2 flex min-h-11 items-center gap-2 rounded-sm px-2 py-1.5 text-left text-14 hover:bg-hover data-popup-open:bg-hover"
      >
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="truncate font-medium">{name}</span>
          <span className="hidden text-13 text-muted tablet:block">{t(`common.role.${role}`)}</span>
        </span>
        <span aria-hidden="true" className="text-muted">
          ▾
        </span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="z-50 outline-none" sideOffset={6} align="start">
          <Menu.Popup className={classes(POPUP, 'w-52')}>
            <Menu.LinkItem className={POPUP_ITEM} closeOnClick render={<Link href="/admin/account" />}>
              {t('common.user.account')}
            </Menu.LinkItem>
            <Menu.LinkItem className={POPUP_ITEM} closeOnClick render={<a href="/" target="_blank" rel="noopener" />}>
              {t('common.user.reader-site')}
            </Menu.LinkItem>
            <Rule />
            <Menu.RadioGroup value={locale} onValueChange={changeLocale}>
              <GroupName>{t('common.user.language')}</GroupName>
              {LANGUAGES.map((language) => (
                <Radio key={language.locale} value={language.locale} label={language.name} lang={language.locale} />
              ))}
            </Menu.RadioGroup>
            <Rule />
            <Menu.RadioGroup value={theme} onValueChange={changeTheme}>
              <GroupName>{t('common.user.theme')}</GroupName>
              {THEMES.map((each) => (
                <Radio key={each} value={each} label={t(`common.user.${each}`)} />
              ))}
            </Menu.RadioGroup>
            <Rule />
            <Menu.Item className={POPUP_ITEM} onClick={() => signOut(t('common.user.signing-out-failed'))}>
              {t('common.user.sign-out')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

const Rule = () => <Menu.Separator className="my-1 border-t border-line" />
const GroupName = ({ children }: { children: string }) => (
  <Menu.GroupLabel className="px-3 pt-1 text-13 text-muted">{children}</Menu.GroupLabel>
)

const Radio = ({ value, label, lang }: { value: string; label: string; lang?: string }) => (
  <Menu.RadioItem value={value} className={POPUP_ITEM} lang={lang}>
    <span className="flex-1">{label}</span>
    <Menu.RadioItemIndicator className="text-13">✓</Menu.RadioItemIndicator>
  </Menu.RadioItem>
)

/** Ends this session and leaves nothing of the desk on the screen. */
async function signOut(failed: string): Promise<void> {
  const answer = await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => null)
  if (answer?.ok) location.assign('/admin/sign-in')
  else notify(failed)
}
