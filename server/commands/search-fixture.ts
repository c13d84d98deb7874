import { fillSearch } from './fill-search'

/** For tests that write past the commands: makes everything findable that is public. */
export async function fillAll(): Promise<void> {
  while ((await fillSearch()) > 0);
}
