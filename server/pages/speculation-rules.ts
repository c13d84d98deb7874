/** Links of the site are fetched ahead when a finger or pointer rests on them; never the desk, machine answers or counted short links. */
export const SPECULATION_RULES = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          ...['/admin', '/admin/*', '/api/*', '/s/*', '/media/*', '/preview/*'].map((path) => ({ not: { href_matches: path } })),
          { not: { selector_matches: '[rel~="nofollow"], [download], [target="_blank"]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
})
