'use client'
import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { type ReactNode, useRef } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { classes } from '@/components/desk/ui/classes'

interface Props<T extends { id: string | number }> {
  label: string
  items: readonly T[]
  nameOf(item: T): string
  onOrder(items: T[]): void
  children(item: T, place: number): ReactNode
}

/** A list put in order by dragging, by the keyboard on its handle, or by buttons: whoever cannot drag loses nothing. */
export function SortableList<T extends { id: string | number }>({ label, items, nameOf, onOrder, children }: Props<T>) {
  const t = useTexts()
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const ids = items.map(({ id }) => id)
  const move = (from: number, to: number) => {
    if (from >= 0 && to >= 0 && to < items.length) onOrder(arrayMove([...items], from, to))
  }
  const nameAt = (id: string | number | undefined) => items.find((item) => item.id === id)
  const told = (id: string | number | undefined) => {
    const item = nameAt(id)
    return item ? nameOf(item) : ''
  }
  // What is picked up is over its own place at once: said, that would be all one hears.
  const lastOver = useRef<string | number | undefined>(undefined)
  const placeOf = (id: string | number | undefined) => (id === undefined ? -1 : ids.indexOf(id))
  return (
    <DndContext
      // A name of its own: ids counted by dnd-kit differ between server and browser.
      id={label}
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{
        screenReaderInstructions: { draggable: t('frontPage.drag.how') },
        announcements: {
          onDragStart: ({ active }) => {
            lastOver.current = active.id
            return t('frontPage.drag.picked', { name: told(active.id) })
          },
          onDragOver: ({ active, over }) => {
            if (!over || over.id === lastOver.current) return undefined
            lastOver.current = over.id
            return t('frontPage.drag.over', { name: told(active.id), place: placeOf(over.id) + 1 })
          },
          onDragEnd: ({ active, over }) => t('frontPage.drag.put', { name: told(active.id), place: placeOf(over?.id) + 1 }),
          onDragCancel: ({ active }) => t('frontPage.drag.canceled', { name: told(active.id) }),
        },
      }}
      onDragEnd={({ active, over }) => move(placeOf(active.id), placeOf(over?.id))}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol aria-label={label}>
          {items.map((item, place) => (
            <Row
              key={item.id}
              id={item.id}
              name={nameOf(item)}
              up={place > 0 ? () => move(place, place - 1) : undefined}
              down={place < items.length - 1 ? () => move(place, place + 1) : undefined}
            >
              {children(item, place)}
            </Row>
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  )
}

interface RowProps {
  id: string | number
  name: string
  up: (() => void) | undefined
  down: (() => void) | undefined
  children: ReactNode
}

function Row({ id, name, up, down, children }: RowProps) {
  const t = useTexts()
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id })
  return (
    <li
      ref={setNodeRef}
      style={{ transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined, transition }}
      className={classes(
        'flex items-start gap-2 border-b border-line bg-sheet py-2.5',
        isDragging && 'relative z-10 shadow-raised',
      )}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        aria-label={t('frontPage.drag.handle', { name })}
        className="min-h-9 cursor-grab touch-none px-1.5 text-muted hover:text-ink pointer-coarse:min-h-11"
      >
        <span aria-hidden="true">⠿</span>
      </button>
      <div className="min-w-0 flex-1">{children}</div>
      <Button kind="quiet" disabled={!up} onClick={up} aria-label={t('frontPage.up', { name })}>
        <span aria-hidden="true">↑</span>
      </Button>
      <Button kind="quiet" disabled={!down} onClick={down} aria-label={t('frontPage.down', { name })}>
        <span aria-hidden="true">↓</span>
      </Button>
    </li>
  )
}
