import type { codebooks as en } from '../en/codebooks'
import type { Words } from '../words'

export const codebooks = {
  names: { reading: '阅读编码手册' },
  version: '第 {version, number} 版',
  lead: '读者可以怎样标记一段文字：共 {labels, number} 个标签，每个都回答三个问题之一。版本一经发布便不再改动，标签的含义永远以这里所写为准。',
  example: '符合',
  counterExample: '不符合',
  source: '依据',
  whole: '这份编码手册的全部标签',
  data: '程序向这个网址请求 application/ld+json 时，会得到内容相同的 SKOS 数据。',
} satisfies Words<typeof en>
