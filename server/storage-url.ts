/** Where a bucket is, and with what it is opened. */
export interface Bucket {
  endpoint: string
  name: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** the bucket in the path, as most servers want it, or in the host name */
  forcePathStyle: boolean
}

export const STORAGE_URL_FORM = 's3://KEY:SECRET@HOST/BUCKET?region=REGION, key and secret percent-encoded'
const PARAMETERS = new Set(['region', 'style', 'tls'])

/**
 * An address of object storage: `s3://KEY:SECRET@HOST[:PORT]/BUCKET?region=REGION`, with `&style=virtual` where the bucket belongs
 * into the host name and `&tls=off` on a network of one's own. Null: it is none.
 */
export function readStorageUrl(text: string): Bucket | null {
  const url = URL.parse(text)
  if (url?.protocol !== 's3:' || url.hash !== '') return null
  const [, name = '', ...rest] = url.pathname.split('/')
  const { searchParams } = url
  if ([...searchParams.keys()].some((key) => !PARAMETERS.has(key))) return null
  const [style, tls] = [searchParams.get('style') ?? 'path', searchParams.get('tls') ?? 'on']
  const accessKeyId = decoded(url.username)
  const secretAccessKey = decoded(url.password)
  const isBucket = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) && rest.join('') === ''
  if (!url.host || !accessKeyId || !secretAccessKey || !isBucket) return null
  if ((style !== 'path' && style !== 'virtual') || (tls !== 'on' && tls !== 'off')) return null
  return {
    endpoint: `${tls === 'off' ? 'http' : 'https'}://${url.host}`,
    name,
    region: searchParams.get('region') ?? 'us-east-1',
    accessKeyId,
    secretAccessKey,
    forcePathStyle: style === 'path',
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
