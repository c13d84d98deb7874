/** Works on `count` of them at a time, answers in their order. */
export async function* inTurn<Item, Done>(
  items: AsyncIterable<Item> | Iterable<Item>,
  count: number,
  work: (item: Item) => Promise<Done>,
): AsyncGenerator<Done> {
  const under: Promise<Done>[] = []
  try {
    for await (const item of items) {
      const begun = work(item)
      // Whoever waits for one before it must not miss that it fails.
      begun.catch(() => {})
      under.push(begun)
      if (under.length === count) yield (await under.shift()) as Done
    }
    while (under.length > 0) yield (await under.shift()) as Done
  } finally {
    await Promise.allSettled(under)
  }
}
