'use client'
import { type DragEvent, useState } from 'react'
import { UploadRefused, uploadPicture } from '@/components/desk/media/upload-picture'
import { useTexts } from '@/components/desk/texts'
import { useFaultText } from '@/components/desk/ui/faults'
import type { PickedMedia } from '@/newsroom/desk/picked-media'

/** Takes a picture that is dropped on the slot of the lead; `wrote`: whoever dropped it went on writing while it came. */
export function useLeadUpload(onPicture: (picture: PickedMedia, wrote: boolean) => void) {
  const t = useTexts()
  const faultText = useFaultText()
  const [share, setShare] = useState<number | null>(null)
  const [fault, setFault] = useState('')
  const take = async (file: File) => {
    setFault('')
    setShare(0)
    let wrote = false
    const note = () => {
      wrote = true
    }
    document.addEventListener('keydown', note)
    try {
      onPicture(await uploadPicture(file, setShare), wrote)
    } catch (error) {
      setFault(error instanceof UploadRefused ? error.faults.map(faultText).join(' ') : t('editor.lead.failed'))
    } finally {
      document.removeEventListener('keydown', note)
      setShare(null)
    }
  }
  const dropTarget = {
    onDragOver: (event: DragEvent) => event.dataTransfer.types.includes('Files') && event.preventDefault(),
    onDrop: (event: DragEvent) => {
      const [file] = event.dataTransfer.files
      if (!file) return
      event.preventDefault()
      void take(file)
    },
  }
  return { dropTarget, fault, text: share === null ? null : t('editor.lead.uploading', { percent: Math.round(share * 100) }) }
}
