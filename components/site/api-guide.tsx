import type { ReactNode } from 'react'
import { API_EXAMPLES, FIRST_QUESTION, firstAnswer } from '@/newsroom/api/examples'
import type { Site } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

const API = '/api/v1'
const RULES = ['fields', 'paging', 'freshness', 'faults', 'form'] as const
const FEEDS = ['/feed.xml', '/rss.xml', '/feed.json'] as const

/** What the read API can be asked, each question a link to its answer; the rest is one document for machines. */
export function ApiGuide({ site }: { site: Site }) {
  const t = texts(site.locale)
  const code = { c: (words: ReactNode) => <code>{words}</code> }
  return (
    <div className="api-guide">
      <Part title={t('api.first.title')}>
        <p>{t('api.first.text')}</p>
        <pre>
          <code>
            curl &apos;
            <a href={API + FIRST_QUESTION}>
              {site.url}
              {API}
              {FIRST_QUESTION}
            </a>
            &apos;
          </code>
        </pre>
        <p>{t('api.first.answer')}</p>
        <pre>
          <code>{JSON.stringify(firstAnswer(site.url), null, 2)}</code>
        </pre>
      </Part>
      <Part title={t('api.what.title')}>
        <p>{t.rich('api.what.text', code)}</p>
        <dl>
          {API_EXAMPLES.map(({ name, path }) => (
            <div key={name}>
              <dt>{t(`api.what.${name}`)}</dt>
              <dd>
                <a href={encodeURI(API + path)}>
                  <code>{API + path}</code>
                </a>
              </dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title={t('api.rules.title')}>
        <dl>
          {RULES.map((rule) => (
            <div key={rule}>
              <dt>{t(`api.rules.${rule}`)}</dt>
              <dd>{t.rich(`api.rules.${rule}Text`, code)}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title={t('api.more.title')}>
        <dl>
          <div>
            <dt>{t('api.more.document')}</dt>
            <dd>
              {t('api.more.documentText')} <Address path={`${API}/openapi.json`} />
            </dd>
          </div>
          <div>
            <dt>{t('api.more.feeds')}</dt>
            <dd>
              {t('api.more.feedsText')}{' '}
              {FEEDS.map((path, index) => (
                <span key={path}>
                  {index > 0 && ' · '}
                  <Address path={path} />
                </span>
              ))}
            </dd>
          </div>
          <div>
            <dt>{t('api.more.ingest')}</dt>
            <dd>{t.rich('api.more.ingestText', code)}</dd>
          </div>
        </dl>
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

const Address = ({ path }: { path: string }) => (
  <a href={path}>
    <code>{path}</code>
  </a>
)
