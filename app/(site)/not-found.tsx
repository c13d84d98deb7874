import { MissingPage } from './missing'

/** Where no page server stands in front, Next itself answers 404 with this. */
export default function NotFound() {
  return <MissingPage view="standard" />
}
