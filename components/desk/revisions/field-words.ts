import type { DeskTexts } from '@/newsroom/desk/desk-texts'
import type { DraftContent } from '@/newsroom/desk/draft'
import type { DraftLabels } from '@/newsroom/desk/draft-for-editor'
import type { FieldDiff } from '@/newsroom/desk/revision-diff'

/** A field that holds no words, in words: what its ids are called. "" is none. */
export function fieldWords(t: DeskTexts, field: FieldDiff['field'], content: DraftContent, labels: DraftLabels): string {
  switch (field) {
    case 'type':
      return t(`common.type.${content.type}`)
    case 'aiAssistance':
      return t(`fields.ai.${content.aiAssistance}`)
    case 'sourceId':
      return labels.source?.name ?? ''
    case 'leadMediaId':
      return labels.leadMedia ? labels.leadMedia.caption || labels.leadMedia.alt || labels.leadMedia.id.slice(0, 8) : ''
    case 'categoryIds':
      return labels.categories.map(({ path }) => path.join(' › ')).join('、')
    case 'tagIds':
      return labels.tags.map(({ name }) => name).join('、')
    case 'bylines':
      return content.bylines
        .map(
          ({ personId, role }) => `${t(`fields.byline.${role}`)} ${labels.people.find(({ id }) => id === personId)?.name ?? ''}`,
        )
        .join('、')
    default:
      return content[field]
  }
}
