import { EMPTY_DRAFT } from '@/newsroom/desk/draft'
import type { ArticleAction, DeskAction } from '@/newsroom/desk/permission'

/** Whose something is: by which rule of newsroom/desk/permission.ts, or by none. */
export type Owner =
  | 'everybody'
  /** whoever is signed in */
  | 'staff'
  /** they, and whoever still owes the second factor that the paper asks for */
  | 'owing'
  /** whoever shows a token of the API, and no cookie */
  | 'token'
  /** whoever brought the picture, and who manages pictures */
  | 'picture'
  | { desk: DeskAction }
  /** `page`: who may not is told that there is no such article; `written`: done in another state of it, too */
  | { on: ArticleAction; page?: true; written?: true }

/** What there is to be reached for: an article in some state, with what hangs on it; all of it the reporter's. */
export interface Reached {
  article: string
  comment: number
  correction: number
  link: string
  picture: string
  otherPicture: string
  category: number
  tag: number
  otherTag: number
  source: number
  person: number
  colleague: string
  invitation: string
  token: number
  webhook: number
}

export interface Deed {
  owner: Owner
  /** the arguments of an action, or the body of a request */
  sent?(reached: Reached): unknown
  /** who may do it is told that there is none */
  none?: true
}

const deeds = (
  owner: Owner,
  folder: string,
  sent: Record<string, (reached: Reached) => unknown[]>,
  none?: true,
): Record<string, Deed> =>
  Object.fromEntries(
    Object.entries(sent).map(([name, args]) => [`${folder}: ${name}`, { owner, sent: args, ...(none && { none }) }]),
  )
const onArticle =
  (...more: unknown[]) =>
  ({ article }: Reached) => [article, ...more]
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
const HOOK = { url: 'https://hook.example/articles', events: ['article.published'], active: true }
const WORDS = { alt: '改', caption: '', credit: '', rights: '', aiGenerated: false, focalX: 0.5, focalY: 0.5 }
const desk = (action: DeskAction) => ({ desk: action })
const on = (action: ArticleAction) => ({ on: action })

/** Every server action, by the folder of its file below app/admin and its name. */
export const ACTIONS: Record<string, Deed> = {
  ...deeds('everybody', 'forgot', { forgotAction: () => [{}, new FormData()] }),
  ...deeds('everybody', 'invitation/[token]', { acceptAction: () => ['x'.repeat(43), {}, new FormData()] }),
  ...deeds('everybody', 'reset/[token]', { resetAction: () => ['x'.repeat(43), {}, new FormData()] }),
  ...deeds('everybody', 'sign-in', {
    passkeyOptionsAction: () => [],
    signInAction: () => [{}, new FormData()],
    signInWithCodeAction: () => [{}, new FormData()],
    signInWithPasskeyAction: () => [{ id: 'key' }, '/admin'],
  }),
  ...deeds('owing', 'account', {
    beginSecondFactorAction: () => ['password'],
    turnOnSecondFactorAction: () => ['000000'],
  }),
  ...deeds('staff', 'account', {
    addPasskeyAction: () => ['钥匙', {}],
    changeNameAction: () => ['新名'],
    changePasswordAction: () => ['old', 'new'],
    endOtherSessionsAction: () => [],
    endSessionAction: () => ['session'],
    passkeyOptionsAction: () => ['password'],
    removePasskeyAction: () => ['key', 'password'],
    replaceBackupCodesAction: () => ['password'],
    turnOffSecondFactorAction: () => ['password'],
  }),
  ...deeds('staff', 'notices', { markAllRead: () => [] }),
  ...deeds('staff', 'media', { openPicture: ({ picture }) => [picture] }),
  ...deeds(desk('create-tag'), 'articles/[id]', { createTagAction: () => ['某标签'] }),
  ...deeds(desk('create-person'), 'articles/[id]', { createPersonAction: () => ['某人'] }),
  ...deeds(desk('create-source'), 'articles/[id]', { createSourceAction: () => ['某报'] }),
  ...deeds(on('submit'), 'articles/[id]', { submitAction: onArticle() }),
  ...deeds(on('recall'), 'articles/[id]', { recallAction: onArticle() }),
  ...deeds(on('edit'), 'articles/[id]', {
    setDatesAction: onArticle({ plannedFor: null }),
    saveRevisionAction: onArticle(),
  }),
  ...deeds(on('discard'), 'articles/[id]', { discardAction: onArticle(true) }),
  ...deeds(on('share-preview'), 'articles/[id]', {
    sharePreviewAction: onArticle(24),
    listPreviewsAction: onArticle(),
    revokePreviewAction: ({ article, link }) => [article, link],
  }),
  ...deeds(on('read'), 'articles/[id]', { framePreviewAction: onArticle() }),
  ...deeds(on('comment'), 'articles/[id]', {
    listCommentsAction: onArticle(),
    addCommentAction: onArticle({ text: '看过', quote: null, parentId: null }),
    resolveCommentAction: ({ comment }) => [comment, true],
  }),
  ...deeds(on('review'), 'articles/[id]', { signAction: onArticle('x'.repeat(64), '') }),
  ...deeds(on('return'), 'articles/[id]', { returnAction: onArticle('请再核实') }),
  ...deeds(on('correct'), 'articles/[id]', {
    correctAction: onArticle({ wrong: '错', right: '对' }),
    revokeCorrectionAction: ({ correction }) => [correction, '原文无误'],
  }),
  ...deeds(on('publish'), 'articles/[id]', { publishAction: onArticle({}) }),
  ...deeds(on('cancel-schedule'), 'articles/[id]', { cancelScheduleAction: onArticle('publish') }),
  ...deeds(on('unpublish'), 'articles/[id]', {
    scheduleUnpublishAction: ({ article }) => [article, inAnHour()],
    unpublishAction: onArticle(),
  }),
  ...deeds(on('withdraw'), 'articles/[id]', { withdrawAction: onArticle({ reason: '失实', approver: '某人', notice: '' }) }),
  ...deeds(on('restore'), 'articles/[id]', { restoreAction: onArticle('误撤') }),
  ...deeds(on('edit'), 'articles/[id]/revisions', { restoreRevisionAction: onArticle(1, 1) }, true),
  ...deeds(on('submit'), 'articles', { bulkAction: onArticle({ kind: 'submit' }) }),
  ...deeds('picture', 'media', {
    savePicture: ({ picture }) => [{ id: picture, words: WORDS }],
    replacePicture: ({ picture, otherPicture }) => [{ id: picture, byId: otherPicture }],
    discardPicture: ({ picture }) => [{ id: picture, discarded: true }],
    retryPicture: ({ picture }) => [{ id: picture }],
  }),
  ...deeds(desk('manage-taxonomy'), 'categories', {
    saveCategory: ({ category }) => [category, { name: '改名', slug: 'gaiming', parentId: null, reviewStages: 0 }],
    saveCategoryOrder: ({ category }) => [[category]],
    saveTag: ({ tag }) => [tag, { name: '改名', slug: 'gaiming', synonyms: [] }],
    removeUnusedTags: ({ tag }) => [[tag]],
    saveSource: ({ source }) => [source, { name: '改名', slug: 'gaiming', url: '' }],
    savePerson: ({ person }) => [person, { name: '改名', titles: [] }],
    merge: ({ tag, otherTag }) => [{ kind: 'tag', fromId: tag, intoId: otherTag }],
  }),
  ...deeds(desk('manage-taxonomy'), 'categories', { takeMergeBack: () => [1] }, true),
  ...deeds(desk('manage-front-page'), 'front-page', {
    publishLayout: () => [{ layout: { stories: [], sections: [], breaking: null }, editionId: 0, note: '' }],
    previewLayout: () => [{ stories: [], sections: [], breaking: null }],
  }),
  ...deeds(desk('manage-staff'), 'staff', {
    inviteAction: () => [{ email: 'guest@ribao.example', name: '新人', role: 'administrator', categoryIds: [] }],
    renewInvitationAction: ({ invitation }) => [invitation],
    revokeInvitationAction: ({ invitation }) => [invitation],
    changeStaffAction: ({ colleague }) => [colleague, { role: 'administrator', categoryIds: [] }],
    disableStaffAction: ({ colleague }) => [colleague],
    enableStaffAction: ({ colleague }) => [colleague],
    endSessionsAction: ({ colleague }) => [colleague],
    resetSecondFactorAction: ({ colleague }) => [colleague],
    resetLinkAction: ({ colleague }) => [colleague],
  }),
  ...deeds(desk('manage-site'), 'settings', {
    saveSettingAction: () => [{ name: 'verification', value: {} }],
    putFileAction: () => [{ name: 'proof.txt', text: 'x' }],
    removeFileAction: () => ['proof.txt'],
  }),
  ...deeds(desk('manage-tokens'), 'tokens', {
    createTokenAction: () => [{ name: '通讯社', wire: 'tongxun', publish: true, categoryIds: [], until: '' }],
    revokeTokenAction: ({ token }) => [{ tokenId: token }],
  }),
  ...deeds(desk('manage-site'), 'pushes', {
    createWebhookAction: () => [HOOK],
    changeWebhookAction: ({ webhook }) => [webhook, HOOK],
    renewSecretAction: ({ webhook }) => [webhook],
    removeWebhookAction: ({ webhook }) => [webhook],
    testWebhookAction: ({ webhook }) => [webhook],
    tryAgainAction: ({ webhook }) => [{ channel: 'webhook', webhookId: webhook }],
  }),
}

const way = (action: ArticleAction, name: string, sent: Deed['sent']): [string, Deed] => [
  name,
  { owner: on(action), ...(sent && { sent }) },
]
const bulk = (deed: object) => onArticle(deed)
const label = (tag: number) => ({ kind: 'label', change: { addTagIds: [tag], removeTagIds: [], category: null } })

/** What one action does in several ways, each of which asks for itself. */
export const OTHER_WAYS: [name: string, deed: Deed][] = [
  way('publish', 'articles: bulkAction', bulk({ kind: 'publish' })),
  way('label', 'articles: bulkAction', ({ article, tag }) => [article, label(tag)]),
  way('withdraw', 'articles: bulkAction', bulk({ kind: 'withdraw', reason: '失实', approver: '某人' })),
  way('discard', 'articles: bulkAction', bulk({ kind: 'discard' })),
  way('publish-urgent', 'articles/[id]: publishAction', onArticle({ urgent: true })),
  way('publish', 'articles/[id]: publishAction', ({ article }) => [article, { at: inAnHour() }]),
  way('discard', 'articles/[id]: discardAction', onArticle(false)),
  way('cancel-schedule', 'articles/[id]: cancelScheduleAction', onArticle('unpublish')),
]

const save = (content: object) => ({ clientId: 'tab', baseVersion: 1, content })
const CONTENT = { ...EMPTY_DRAFT, headline: '改了' }

/** Every route handler, by its method and address. What only reads the paper is everybody's and left out: its owner is `everybody`. */
export const ROUTES: Record<string, Deed> = {
  'GET /admin/articles/[id]/draft': { owner: { on: 'read', page: true } },
  'PUT /admin/articles/[id]/draft': { owner: on('edit'), sent: () => save(CONTENT) },
  'POST /admin/articles/[id]/aside': { owner: { on: 'edit', written: true }, sent: () => ({ content: CONTENT }) },
  'POST /admin/articles/[id]/presence': { owner: on('read'), sent: () => ({ clientId: 'tab', edit: true }) },
  'POST /admin/articles/[id]/take-over': { owner: on('edit'), sent: () => ({ clientId: 'tab', message: '' }) },
  'GET /admin/audit/export': { owner: desk('read-audit') },
  'GET /admin/media/find': { owner: desk('upload-media') },
  'POST /admin/media/upload': { owner: desk('upload-media'), sent: () => ({}) },
  'GET /admin/notices/unread': { owner: 'staff' },
  'GET /admin/find': { owner: 'staff' },
  'GET /admin/suggest/[kind]': { owner: 'staff' },
  'GET /admin/suggest-address/[kind]': { owner: 'staff' },
  'POST /api/auth/[...all]': { owner: 'everybody', sent: () => ({}) },
  'POST /api/v1/ingest': { owner: 'token', sent: () => ({}) },
}

const page = (action: ArticleAction) => ({ on: action, page: true as const })

/** Every page of the desk. Whoever may not open one is told so, or that there is none; `[...missing]` is none for anybody. */
export const PAGES: Record<string, Owner> = {
  '/admin': 'staff',
  '/admin/[...missing]': 'staff',
  '/admin/account': 'staff',
  '/admin/articles': 'staff',
  '/admin/articles/[id]': page('read'),
  '/admin/articles/[id]/readers': page('read'),
  '/admin/articles/[id]/review': page('read'),
  '/admin/articles/[id]/revisions': page('read'),
  '/admin/articles/new': desk('create-article'),
  '/admin/audit': desk('read-audit'),
  '/admin/categories': desk('manage-taxonomy'),
  '/admin/forgot': 'everybody',
  '/admin/front-page': desk('manage-front-page'),
  '/admin/invitation/[token]': 'everybody',
  '/admin/media': desk('upload-media'),
  '/admin/notices': 'staff',
  '/admin/pushes': desk('manage-site'),
  '/admin/reset/[token]': 'everybody',
  '/admin/review': 'staff',
  '/admin/settings': desk('manage-site'),
  '/admin/sign-in': 'everybody',
  '/admin/sign-in/code': 'everybody',
  '/admin/sign-in/second-factor': 'owing',
  '/admin/signed-in': 'staff',
  '/admin/sources': desk('manage-taxonomy'),
  '/admin/staff': desk('manage-staff'),
  '/admin/tags': desk('manage-taxonomy'),
  '/admin/tokens': desk('manage-tokens'),
}
