import { placeFeed } from '@/app/feed-answer'

export const dynamic = 'force-dynamic'
export const GET = placeFeed('tag', 'json')
