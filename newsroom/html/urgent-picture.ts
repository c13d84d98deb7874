// The sanitizer and whoever puts pictures in write attributes in this one form.
const FIRST = /<img src="[^"]*"(?: [a-z]+(?:="[^"]*")?)*>/

/** A body whose first picture, if it is on the first screen, is fetched before all else: nothing larger is drawn there. */
export const urgentPicture = (bodyHtml: string): string =>
  bodyHtml.replace(FIRST, (image) => (image.includes(' loading="lazy"') ? image : `${image.slice(0, -1)} fetchpriority="high">`))
