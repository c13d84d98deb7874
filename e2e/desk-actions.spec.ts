import { type APIRequestContext, type APIResponse, expect, test } from '@playwright/test'
import { actionsOfDesk, typed } from './desk-pages'
import { type Asker, act, deskOf, leaveDraft, newId, openCategory } from './desk-trust'
import { addColleague, type Role } from './staff'
import { somePicture } from './writing'

/** All of it is asked over HTTP, as a browser would. */
const PEOPLE = {
  reporter: { role: 'reporter', desk: '' },
  'other reporter': { role: 'reporter', desk: '' },
  editor: { role: 'editor', desk: '' },
  chief: { role: 'chief', desk: '' },
  administrator: { role: 'administrator', desk: '' },
  stranger: { role: 'editor', desk: 'zechuanwanbao' },
} as const satisfies Record<string, { role: Role; desk: string }>
type Who = keyof typeof PEOPLE

/** What is there to be reached for: all of it the reporter's, in a category that asks for three reviews. */
interface Reached {
  article: string
  category: number
  tag: number
  source: number
  comment: number
  correction: number
  link: string
  picture: string
}

interface Guarded {
  /** whom it is refused to, beside whoever is signed out */
  refused: Who[]
  /** what a page sends with it */
  sent(reached: Reached): unknown[]
}

const NOT_THEIRS: Who[] = ['other reporter', 'stranger']
const NOT_EDITORS: Who[] = ['reporter', 'other reporter', 'stranger']
const NOT_CHIEFS: Who[] = ['reporter', 'editor', 'stranger']
const BELOW_EDITOR: Who[] = ['reporter']
const BELOW_CHIEF: Who[] = ['reporter', 'editor', 'stranger']
const BELOW_ADMINISTRATOR: Who[] = ['reporter', 'editor', 'chief']

const IN_AN_HOUR = new Date(Date.now() + 3_600_000).toISOString()
const HOOK = { url: 'https://hook.example/articles', events: ['article.published'], active: true }
const onArticle =
  (...more: unknown[]) =>
  ({ article }: Reached) => [article, ...more]
const inBulk = (deed: (reached: Reached) => object) => (reached: Reached) => [reached.article, deed(reached)]
const noted = (names: Record<string, Guarded['sent']>, folder: string, refused: Who[]): [string, Guarded][] =>
  Object.entries(names).map(([name, sent]) => [`${folder}: ${name}`, { refused, sent }])

/** One's own account, and what everybody on the staff may do: refused to whoever is signed out. */
const EVERYBODYS = [
  ...noted(
    {
      addPasskeyAction: () => ['钥匙', {}],
      beginSecondFactorAction: () => ['password'],
      changeNameAction: () => ['新名'],
      changePasswordAction: () => ['old', 'new'],
      endOtherSessionsAction: () => [],
      endSessionAction: () => ['session'],
      passkeyOptionsAction: () => ['password'],
      removePasskeyAction: () => ['key', 'password'],
      replaceBackupCodesAction: () => ['password'],
      turnOffSecondFactorAction: () => ['password'],
      turnOnSecondFactorAction: () => ['000000'],
    },
    'account',
    [],
  ),
  ...noted({ markAllRead: () => [] }, 'notices', []),
  ...noted({ openPicture: ({ picture }) => [picture] }, 'media', []),
  ...noted(
    { createTagAction: () => ['某标签'], createPersonAction: () => ['某人'], createSourceAction: () => ['某报'] },
    'articles/[id]',
    [],
  ),
]

const GUARDED: Record<string, Guarded> = Object.fromEntries([
  ...EVERYBODYS,
  ...noted(
    {
      submitAction: onArticle(),
      recallAction: onArticle(),
      setDatesAction: onArticle({ plannedFor: null, embargoUntil: null }),
      discardAction: onArticle(true),
      saveRevisionAction: onArticle(),
      sharePreviewAction: onArticle(24),
      framePreviewAction: onArticle(),
      listPreviewsAction: onArticle(),
      revokePreviewAction: ({ article, link }) => [article, link],
      listCommentsAction: onArticle(),
      addCommentAction: onArticle({ text: '看过', quote: null, parentId: null }),
      resolveCommentAction: ({ comment }) => [comment, true],
    },
    'articles/[id]',
    NOT_THEIRS,
  ),
  ...noted(
    {
      signAction: onArticle('x'.repeat(64), ''),
      returnAction: onArticle('请再核实'),
      correctAction: onArticle({ wrong: '错', right: '对' }),
      revokeCorrectionAction: ({ correction }) => [correction, '原文无误'],
    },
    'articles/[id]',
    NOT_EDITORS,
  ),
  ...noted(
    {
      publishAction: onArticle({ urgent: true }),
      cancelScheduleAction: onArticle('publish'),
      scheduleUnpublishAction: onArticle(IN_AN_HOUR),
      unpublishAction: onArticle(),
      withdrawAction: onArticle({ reason: '失实', approver: '某人', notice: '' }),
      restoreAction: onArticle('误撤'),
    },
    'articles/[id]',
    NOT_CHIEFS,
  ),
  ...noted({ restoreRevisionAction: onArticle(1, 1) }, 'articles/[id]/revisions', NOT_THEIRS),
  ...noted({ bulkAction: inBulk(() => ({ kind: 'submit' })) }, 'articles', NOT_THEIRS),
  ...noted(
    {
      savePicture: ({ picture }) => [
        {
          id: picture,
          words: { alt: '改', caption: '', credit: '', rights: '', aiGenerated: false, focalX: 0.5, focalY: 0.5 },
        },
      ],
      replacePicture: ({ picture }) => [{ id: picture, byId: '0'.repeat(64) }],
      discardPicture: ({ picture }) => [{ id: picture, discarded: true }],
      retryPicture: ({ picture }) => [{ id: picture }],
    },
    'media',
    ['other reporter'],
  ),
  ...noted(
    {
      saveCategory: ({ category }) => [category, { name: '改名', slug: 'gaiming', parentId: null, reviewStages: 0 }],
      saveCategoryOrder: ({ category }) => [[category]],
      saveTag: ({ tag }) => [tag, { name: '改名', slug: 'gaiming', synonyms: [] }],
      removeUnusedTags: ({ tag }) => [[tag]],
      saveSource: ({ source }) => [source, { name: '改名', slug: 'gaiming', url: '' }],
      savePerson: () => [1, { name: '改名', titles: [] }],
      merge: ({ tag }) => [{ kind: 'tag', fromId: tag, intoId: tag + 1 }],
      takeMergeBack: () => [1],
    },
    'categories',
    BELOW_CHIEF,
  ),
  ...noted(
    {
      publishLayout: () => [{ layout: { stories: [], sections: [], breaking: null }, editionId: 0, note: '' }],
      previewLayout: () => [{ stories: [], sections: [], breaking: null }],
    },
    'front-page',
    BELOW_EDITOR,
  ),
  ...noted(
    {
      inviteAction: () => [{ email: 'guest@ribao.example', name: '新人', role: 'administrator', categoryIds: [] }],
      renewInvitationAction: () => ['invitation'],
      revokeInvitationAction: () => ['invitation'],
      changeStaffAction: () => ['somebody', { role: 'administrator', categoryIds: [] }],
      disableStaffAction: () => ['somebody'],
      enableStaffAction: () => ['somebody'],
      endSessionsAction: () => ['somebody'],
      resetSecondFactorAction: () => ['somebody'],
      resetLinkAction: () => ['somebody'],
    },
    'staff',
    BELOW_ADMINISTRATOR,
  ),
  ...noted(
    {
      saveSettingAction: () => [{ name: 'verification', value: {} }],
      putFileAction: () => [{ name: 'proof.txt', text: 'x' }],
      removeFileAction: () => ['proof.txt'],
    },
    'settings',
    BELOW_ADMINISTRATOR,
  ),
  ...noted(
    {
      createTokenAction: () => [{ name: '通讯社', wire: 'tongxun', publish: true, categoryIds: [], until: '' }],
      revokeTokenAction: () => [{ tokenId: 1 }],
    },
    'tokens',
    BELOW_ADMINISTRATOR,
  ),
  ...noted(
    {
      createWebhookAction: () => [HOOK],
      changeWebhookAction: () => [1, HOOK],
      renewSecretAction: () => [1],
      removeWebhookAction: () => [1],
      testWebhookAction: () => [1],
      tryAgainAction: () => [{ channel: 'webhook', webhookId: 1 }],
    },
    'pushes',
    BELOW_ADMINISTRATOR,
  ),
])

/** What one action does in several ways: each of them asks for itself. */
const OTHER_WAYS: [name: string, Guarded][] = [
  ...noted(
    { bulkAction: inBulk(({ tag }) => ({ kind: 'label', change: { addTagIds: [tag], removeTagIds: [], category: null } })) },
    'articles',
    NOT_EDITORS,
  ),
  ...noted({ bulkAction: inBulk(() => ({ kind: 'publish' })) }, 'articles', NOT_CHIEFS),
  ...noted({ bulkAction: inBulk(() => ({ kind: 'withdraw', reason: '失实', approver: '某人' })) }, 'articles', NOT_CHIEFS),
  ...noted({ bulkAction: inBulk(() => ({ kind: 'discard' })) }, 'articles', NOT_THEIRS),
  ...noted({ publishAction: onArticle({}) }, 'articles/[id]', NOT_CHIEFS),
  ...noted({ publishAction: onArticle({ at: IN_AN_HOUR }) }, 'articles/[id]', NOT_CHIEFS),
  ...noted({ discardAction: onArticle(false) }, 'articles/[id]', NOT_THEIRS),
  ...noted({ cancelScheduleAction: onArticle('unpublish') }, 'articles/[id]', NOT_CHIEFS),
]

/** For whoever is not signed in yet: guarded by limits and tokens (server/auth, server/commands). */
const AT_THE_DOOR = [
  'forgot: forgotAction',
  'invitation/[token]: acceptAction',
  'reset/[token]: resetAction',
  'sign-in: passkeyOptionsAction',
  'sign-in: signInAction',
  'sign-in: signInWithCodeAction',
  'sign-in: signInWithPasskeyAction',
]

const site = process.env.E2E_URL ?? ''
const actions = actionsOfDesk()

/** As a browser sends it, from a page of this site or of another. */
async function ask(asker: APIRequestContext, name: string, sent: unknown[], origin = site): Promise<APIResponse> {
  const action = actions.find((each) => each.name === name)
  if (!action) throw new Error(`there is no action ${name}`)
  return await asker.post(typed(action.page, newId()), {
    headers: { origin, accept: 'text/x-component', 'next-action': action.id, 'content-type': 'text/plain;charset=UTF-8' },
    data: JSON.stringify(sent),
    maxRedirects: 0,
  })
}

const EMPTY: Reached = {
  article: newId(),
  category: 1,
  tag: 1,
  source: 1,
  comment: 1,
  correction: 1,
  link: 'x',
  picture: '0'.repeat(64),
}

test('whose each action of the desk is, is said', () => {
  expect(actions.map(({ name }) => name).sort()).toEqual([...Object.keys(GUARDED), ...AT_THE_DOOR].sort())
})

test('signed out, no action is done', async ({ request }) => {
  for (const [name, { sent }] of Object.entries(GUARDED)) {
    const answer = await ask(request, name, sent(EMPTY))
    expect([answer.status(), /"code":"[^"]+"/.exec(await answer.text())?.[0]], name).toEqual([401, '"code":"signed-out"'])
  }
})

test('another site’s page has nothing done in the name of whoever looks at it', async ({ request }) => {
  await signIn(request, 'administrator')
  for (const [name, { sent }] of Object.entries(GUARDED)) {
    const answer = await ask(request, name, sent(EMPTY), 'https://evil.example')
    expect(answer.status(), name).toBeGreaterThanOrEqual(400)
    expect(await answer.text(), name).not.toContain('"ok":true')
  }
})

test('no action is done for somebody whose it is not, whatever their browser sends', async ({ playwright }) => {
  const desks = new Map<Who, Asker>()
  for (const who of Object.keys(PEOPLE) as Who[])
    desks.set(who, await signIn(await playwright.request.newContext({ baseURL: site }), who))
  const desk = (who: Who) => desks.get(who) as Asker
  const [administrator, reporter] = [desk('administrator'), desk('reporter')]
  const { id: category } = await openCategory(administrator, `栏目${newId()}`, 3)
  const content = { headline: '别人的稿件', bodyHtml: '<p>别人的稿件。</p>', categoryIds: [category] }
  const article = await leaveDraft(reporter, content)
  const editor = `/admin/articles/${article}`
  const [tag, source] = [
    await act(reporter, editor, 'createTag', `标签${newId()}`),
    await act(reporter, editor, 'createSource', `来源${newId()}`),
  ]
  await act(reporter, editor, 'addComment', article, { text: '等校对', quote: null, parentId: null })
  await act(reporter, editor, 'sharePreview', article, 24)
  const { threads } = (await act(reporter, editor, 'listComments', article)) as { threads: { id: number }[] }
  const { links } = (await act(reporter, editor, 'listPreviews', article)) as { links: { id: string }[] }
  const uploaded = await reporter.page.request.post('/admin/media/upload', {
    headers: { origin: site },
    data: await somePicture(),
  })
  const { media } = (await uploaded.json()) as { media: { id: string } }
  const reached: Reached = {
    article,
    category,
    tag: Number(tag.id),
    source: Number(source.id),
    comment: threads[0]?.id ?? 0,
    correction: await correctedOnce(administrator),
    link: links[0]?.id ?? '',
    picture: media.id,
  }
  for (const [name, { refused, sent }] of [...Object.entries(GUARDED), ...OTHER_WAYS]) {
    for (const who of refused) {
      const answer = await ask(desk(who).page.request, name, sent(reached))
      const [, code] = /"code":"(denied\.[a-z-]+)"/.exec(await answer.text()) ?? []
      expect([answer.status(), code], `${name} for the ${who}`).toEqual([403, expect.stringMatching(/role|desk|not-yours/)])
    }
  }
  for (const { page } of desks.values()) await page.request.dispose()
})

/** A correction of something live, at a desk that is not the stranger's. */
async function correctedOnce(administrator: Asker): Promise<number> {
  const { id: category } = await openCategory(administrator, `栏目${newId()}`, 0)
  const content = { headline: '已更正的稿件', bodyHtml: '<p>已更正的稿件。</p>', categoryIds: [category] }
  const article = await leaveDraft(administrator, content)
  const editor = `/admin/articles/${article}`
  await act(administrator, editor, 'publish', article, {})
  const { correctionId } = await act(administrator, editor, 'correct', article, { wrong: '三棵', right: '一棵' })
  return Number(correctionId)
}

async function signIn(request: APIRequestContext, who: Who): Promise<Asker> {
  const { role, desk } = PEOPLE[who]
  return await deskOf({ request }, await addColleague(role, who, desk))
}
