import { periodMetadata, periodPage } from '@/app/(site)/period-page'

type Props = PageProps<'/[year]/[month]'>

export async function generateMetadata({ params, searchParams }: Props) {
  const { year, month } = await params
  return await periodMetadata([year, month], await searchParams)
}

export default async function Page({ params, searchParams }: Props) {
  const { year, month } = await params
  return await periodPage([year, month], await searchParams)
}
