/** Whose newspaper this is: what components need to know of the operator's settings. */
export interface Site {
  name: string
  /** public origin without a trailing slash, `https://news.example` */
  url: string
  /** BCP 47, `zh-CN` or `en` */
  locale: string
  /** IANA name; every instant is shown in it */
  timeZone: string
}

/** A reader's variant of a page, carried by its address: `?view=elder` is 关怀版, `/lite/…` 省流版. */
export type View = 'standard' | 'elder' | 'lite'
