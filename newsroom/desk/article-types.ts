/** 原创, 转载, 编译, 通稿, 投稿 */
export const ARTICLE_TYPES = ['original', 'reprint', 'translation', 'wire', 'contributed'] as const
