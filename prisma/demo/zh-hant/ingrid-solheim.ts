import { readBy } from '../demo-reading'

export const solheimZhHant = readBy('ingrid.solheim@example.org', [
  {
    quote: '這就是澄浦市政府口中「史上最有溫度的都市更新」。',
    labels: ['sourcing:organisation-statement'],
    sourceName: 'Chengpu City Government',
    note: 'A slogan in quotation marks. My class would ask where and when it was said.',
    confidence: 'fairly-sure',
  },
  {
    quote:
      '依市府都市發展局九月十五日公告的「鹽倉街區再生計畫」（府都更字第1150915號），計畫範圍二點七公頃，涉及店' +
      '家一百八十六戶、夜市攤位二百四十個，總經費三十八億元，預定二〇二九年完工。',
    labels: ['sourcing:official-document-or-data'],
    sourceName: 'Urban Development Bureau',
    confidence: 'fairly-sure',
  },
  {
    quote: '有人在地方社團貼文，說整條街早就「內定」給外地財團，這則貼文兩天內被轉了三千多次，至今沒有附上任何文件。',
    labels: ['sourcing:social-media-post'],
    confidence: 'fairly-sure',
  },
  {
    quote: '反對都更的人，手上都沾著下一場大火的血。',
    labels: ['framing:name-calling-labeling'],
    note: 'Unsure of the tone, but “blood on their hands” is a label in any language.',
    confidence: 'unsure',
  },
  {
    quote: '研究早已證明，保存老街的經濟效益一定高於打掉重練。',
    labels: ['sourcing:missing-source'],
    note: '“Research has long proved”: by whom? The same trick as in English.',
    confidence: 'fairly-sure',
  },
  {
    quote: '坐在冷氣房裡畫紅線的官員',
    labels: ['framing:name-calling-labeling'],
    confidence: 'unsure',
  },
  {
    quote: '請你去。哪怕只講一分鐘，哪怕只說一句「我不同意」。',
    labels: ['statement:call-to-action'],
    confidence: 'fairly-sure',
  },
])
