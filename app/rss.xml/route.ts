import { siteFeed } from '@/app/feed-answer'

export const dynamic = 'force-dynamic'
export const GET = siteFeed('rss')
