import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'
import { createTestDatabase, type TestDatabase } from '@/server/test-database'
import { createPerson } from './create-person'
import { createSource } from './create-source'
import { createTag } from './create-tag'
import { reckonNames } from './reckon-names'

let actor: StaffActor
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const { id, name, role } = await db().staff.create({ data: { id: 'wang', name: '王编', email: 'wang@example.test' } })
  actor = { kind: 'staff', id, name, role, desk: null, address: null, userAgent: null }
})
afterAll(() => database.drop())

it('makes a tag once, whoever asks at the same time, and records it', async () => {
  const made = await Promise.all([1, 2, 3, 4].map(() => createTag(actor, { name: ' 河边  书店 ' })))
  expect(new Set(made.map((outcome) => outcome.ok && outcome.id)).size).toBe(1)
  expect(await db().tag.findMany()).toMatchObject([
    { name: '河边 书店', slug: 'hebian-shudian', sortKey: 'hebian shudian', initials: 'hbsd' },
  ])
  expect(await db().auditEntry.findMany({ where: { action: 'tag.create' } })).toMatchObject([
    { label: '河边 书店', actorId: 'wang' },
  ])
})

it('gives two names that sound alike two addresses', async () => {
  await createTag(actor, { name: '事实' })
  await createTag(actor, { name: '实时' })
  await createTag(actor, { name: '时事' })
  expect((await db().tag.findMany({ where: { name: { in: ['事实', '实时', '时事'] } } })).map(({ slug }) => slug).sort()).toEqual(
    ['shishi', 'shishi-2', 'shishi-3'],
  )
})

it('answers the tag that another word, or a merged name, stands for', async () => {
  const into = await db().tag.create({ data: { name: '新乡', slug: 'xinxiang', sortKey: 'xinxiang' } })
  await db().tag.create({ data: { name: '新乡市', slug: 'xinxiangshi', sortKey: 'xinxiangshi', mergedIntoId: into.id } })
  await db().tagSynonym.create({ data: { term: '牧野', tagId: into.id } })
  for (const name of ['新乡', '新乡市', '牧野']) {
    expect(await createTag(actor, { name })).toEqual({ ok: true, id: into.id, name: '新乡' })
  }
})

it('knows a person whatever the spaces, and an outlet by its name', async () => {
  const [one, other] = [await createPerson(actor, { name: '李明' }), await createPerson(actor, { name: '李 明' })]
  expect(one).toEqual(other)
  expect(await createSource(actor, { name: '河边日报' })).toEqual(await createSource(actor, { name: '河边日报' }))
  expect(await db().source.findMany()).toMatchObject([{ slug: 'hebianribao', initials: 'hbrb' }])
})

it('refuses what is no name', async () => {
  expect(await createTag(actor, { name: ' ' })).toEqual({ ok: false, errors: [{ code: 'name.empty', field: 'name' }] })
})

it('spells older names once', async () => {
  await db().person.createMany({
    data: [
      { slug: '赵一', name: '赵一' },
      { slug: '☆', name: '☆' },
    ],
  })
  expect(await reckonNames()).toBe(3)
  expect(await db().person.findUnique({ where: { slug: '赵一' } })).toMatchObject({ sortKey: 'zhaoyi', initials: 'zy' })
  expect(await reckonNames()).toBe(0)
})
