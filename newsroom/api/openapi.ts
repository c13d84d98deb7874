import { z } from 'zod'
import type { Site } from '@/newsroom/site'
import * as answers from './answers'
import { articleQuery, articlesQuery, correctionsQuery, namesQuery, searchQuery } from './query'
import { delivery, receipt } from './wire-item'

type Json = Record<string, unknown>

/** The document of the API (OpenAPI 3.1), made from the very schemas that read what it is asked; its tests ask everything in it. */
export function openApiDocument(site: Site): Json {
  const schemas: Json = {}
  const schema = (of: z.ZodType, io: 'input' | 'output' = 'output') => schemaOf(of, schemas, io)
  const read = (summary: string, shape: z.ZodObject | null, of: z.ZodType, more: Json = {}) => ({
    get: {
      summary,
      ...(shape && { parameters: parametersOf(shape) }),
      responses: {
        200: { description: 'The answer.', headers: LINK_OF(shape), content: { 'application/json': { schema: schema(of) } } },
        304: { description: 'As it was: the ETag sent as If-None-Match still holds.' },
        429: problem('This address asked too often; Retry-After says when it may again.'),
        ...(shape && { 400: problem('A parameter has a value it cannot have; `errors` says which and why.') }),
        ...more,
      },
    },
  })
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: schema(answers.problem) } },
  })
  const receive = (description: string) => ({ description, content: { 'application/json': { schema: schema(receipt) } } })
  const missing = { 404: problem('There is nothing of that name.') }
  const paths = {
    '/articles': read('Published articles, the newest first', articlesQuery, answers.articlesPage),
    '/articles/{id}': {
      parameters: [inPath('id')],
      ...read('One article', articleQuery, answers.apiArticle, {
        404: problem('There is no such article, or not yet.'),
        410: problem(
          'The newsroom has withdrawn it, and `detail` is its notice; or taken it off the site, and there is no `withdrawnAt`.',
        ),
      }),
    },
    '/categories': read('Categories with something to read, by slug', namesQuery, answers.categoriesPage),
    '/categories/{slug}': { parameters: [inPath('slug')], ...read('One category', null, answers.apiCategory, missing) },
    '/tags': read('Tags with something to read, by slug', namesQuery, answers.tagsPage),
    '/tags/{slug}': { parameters: [inPath('slug')], ...read('One tag', null, answers.apiTag, missing) },
    '/sources': read('Outlets that something came from, by slug', namesQuery, answers.sourcesPage),
    '/sources/{slug}': { parameters: [inPath('slug')], ...read('One outlet', null, answers.apiSource, missing) },
    '/search': read('Published articles that hold all words', searchQuery, answers.searchPage, {
      503: problem('Too many search at once, or there was too much to look through; `detail` says which.'),
    }),
    '/ingest': {
      post: {
        summary: 'Delivers articles',
        description: DELIVERY,
        security: [{ token: [] }],
        requestBody: { required: true, content: { 'application/json': { schema: schema(delivery, 'input') } } },
        responses: {
          200: receive('All were taken, or known already.'),
          207: receive('Some were refused; the others were taken.'),
          422: receive('All were refused.'),
          400: problem('No JSON, or no list of 1 to 100.'),
          401: problem('The token is not good, or not any more.'),
          413: problem('More than 5 MB.'),
          415: problem('Not application/json.'),
          429: problem('Too many for now; Retry-After says how long.'),
        },
      },
    },
    '/corrections': read('Corrections, the newest first', correctionsQuery, answers.correctionsPage),
  }
  return {
    openapi: '3.1.1',
    info: { title: site.name, version: '1', description: DESCRIPTION },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: `${site.url}/api/v1` }],
    paths,
    components: { schemas, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  }
}

const DELIVERY =
  'One article or a list. Safe to send again: what comes with the same externalId is the same article, unchanged text changes nothing, another text is a revision of it. What the newsroom edited, withdrew or threw away stays as it decided; the text is kept beside it (`keptAside`).'

const DESCRIPTION =
  'Everything published, for machines. No key is needed; every address may be asked from any page (CORS), has an ETag, and is never older than the site itself. Unknown parameters are left unread.'

const LINK_OF = (shape: z.ZodObject | null): Json =>
  shape && 'cursor' in shape.shape
    ? { Link: { description: 'rel="next": the address of the next page, where there is one.', schema: { type: 'string' } } }
    : {}

const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } })

function parametersOf(shape: z.ZodObject): Json[] {
  const { properties = {} } = z.toJSONSchema(shape, { override }) as { properties?: Record<string, Json> }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    description,
    schema,
    ...(schema.type === 'array' && { style: 'form', explode: false }),
  }))
}

/** Zod's own patterns of days and instants are a screen long, and their formats say the same. */
function override({ jsonSchema }: { jsonSchema: { format?: string; pattern?: string } }): void {
  if (jsonSchema.format) delete jsonSchema.pattern
}

/** Named schemas go to the document's components, and are pointed at there. */
function schemaOf(of: z.ZodType, components: Json, io: 'input' | 'output'): Json {
  const text = JSON.stringify(z.toJSONSchema(of, { override, io })).replaceAll('#/$defs/', '#/components/schemas/')
  const { $schema: _, $defs = {}, ...schema } = JSON.parse(text) as Json & { $defs?: Json }
  Object.assign(components, $defs)
  return schema
}
