import { Skeleton } from '@/components/desk/ui/empty'

export default function Loading() {
  return <Skeleton lines={8} />
}
