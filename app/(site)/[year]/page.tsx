import { periodMetadata, periodPage } from '@/app/(site)/period-page'

type Props = PageProps<'/[year]'>

export async function generateMetadata({ params, searchParams }: Props) {
  const { year } = await params
  return await periodMetadata([year], await searchParams)
}

export default async function Page({ params, searchParams }: Props) {
  const { year } = await params
  return await periodPage([year], await searchParams)
}
