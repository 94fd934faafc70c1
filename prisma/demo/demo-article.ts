/** A sample article of the demo: our own prose about places and people that do not exist. */
export type DemoArticle = {
  title: string
  byline: string
  siteName: string
  sourceUrl: string
  language: 'en' | 'zh-Hant'
  /** ISO date, without time. */
  publishedAt: string
  markdown: string
}
