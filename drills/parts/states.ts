/** The words of a text's state, and what state words are: a text that grows by numbered states shows what of it is there. */
export const stateWords = (number: number): string => `第${number}稿`
export const stateIn = (text: string): number => Number(/第(\d+)稿/.exec(text)?.[1] ?? -1)
