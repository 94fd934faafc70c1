import type { codebooks as en } from '../en/codebooks'
import type { Words } from '../words'

export const codebooks = {
  names: { reading: '閱讀編碼簿' },
  version: '第 {version, number} 版',
  lead: '讀者可以怎麼標記一段文字：共 {labels, number} 個標籤，每個都回答三個問題之一。版本一經發布便不再更動，標籤的意思永遠以此處所寫為準。',
  example: '符合',
  counterExample: '不符合',
  source: '依據',
  whole: '這份編碼簿的所有標籤',
  data: '程式向這個網址索取 application/ld+json 時，會得到相同內容的 SKOS 資料。',
} satisfies Words<typeof en>
