import { missingMetadata, redirectOrMissing } from '@/app/(site)/missing'

export const generateMetadata = missingMetadata

/** Every address no other page knows. */
export default async function Page({ params, searchParams }: PageProps<'/[...path]'>) {
  return await redirectOrMissing((await params).path, await searchParams)
}
