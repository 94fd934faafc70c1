import { articleEn } from './article-en'
import { articleZhHant } from './article-zh-hant'
import type { DemoArticle } from './demo-article'
import type { DemoReading } from './demo-reading'
import { chenEn } from './en/chen-yi-chun'
import { tanEn } from './en/grace-tan'
import { guEn } from './en/gu-xiaotong'
import { solheimEn } from './en/ingrid-solheim'
import { linEn } from './en/lin-po-han'
import { adeyemiEn } from './en/samuel-adeyemi'
import { chenZhHant } from './zh-hant/chen-yi-chun'
import { tanZhHant } from './zh-hant/grace-tan'
import { guZhHant } from './zh-hant/gu-xiaotong'
import { solheimZhHant } from './zh-hant/ingrid-solheim'
import { linZhHant } from './zh-hant/lin-po-han'
import { adeyemiZhHant } from './zh-hant/samuel-adeyemi'

/** What the demo opens with: each sample article and all that its six readers flagged in it. */
export const demoReadings: readonly { article: DemoArticle; readings: readonly DemoReading[] }[] = [
  {
    article: articleEn,
    readings: [...solheimEn, ...chenEn, ...adeyemiEn, ...linEn, ...tanEn, ...guEn],
  },
  {
    article: articleZhHant,
    readings: [...solheimZhHant, ...chenZhHant, ...adeyemiZhHant, ...linZhHant, ...tanZhHant, ...guZhHant],
  },
]
