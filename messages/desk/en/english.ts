import account from './account.json'
import articles from './articles.json'
import audit from './audit.json'
import auth from './auth.json'
import body from './body.json'
import comments from './comments.json'
import common from './common.json'
import day from './day.json'
import editor from './editor.json'
import faults from './faults.json'
import fields from './fields.json'
import frontPage from './front-page.json'
import media from './media.json'
import notices from './notices.json'
import palette from './palette.json'
import people from './people.json'
import pushes from './pushes.json'
import readers from './readers.json'
import review from './review.json'
import revisions from './revisions.json'
import settings from './settings.json'
import staff from './staff.json'
import taxonomy from './taxonomy.json'
import tokens from './tokens.json'

/** The desk's words, an area a file. */
export const english = {
  account,
  articles,
  audit,
  auth,
  body,
  comments,
  common,
  day,
  editor,
  faults,
  fields,
  frontPage,
  media,
  notices,
  palette,
  people,
  pushes,
  readers,
  review,
  revisions,
  settings,
  staff,
  taxonomy,
  tokens,
}
