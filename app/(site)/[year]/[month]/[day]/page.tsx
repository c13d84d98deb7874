import { periodMetadata, periodPage } from '@/app/(site)/period-page'

type Props = PageProps<'/[year]/[month]/[day]'>

export async function generateMetadata({ params, searchParams }: Props) {
  const { year, month, day } = await params
  return await periodMetadata([year, month, day], await searchParams)
}

export default async function Page({ params, searchParams }: Props) {
  const { year, month, day } = await params
  return await periodPage([year, month, day], await searchParams)
}
