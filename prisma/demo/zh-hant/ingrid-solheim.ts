import { readBy } from '../demo-reading'

export const solheimZhHant = readBy('ingrid.solheim@example.org', [
  {
    quote:
      '依市府都市發展局九月十五日公告的「鹽倉街區再生計畫」（府都更字第1150915號），計畫範圍二點七公頃，涉及店' +
      '家一百八十六戶、夜市攤位二百四十個，總經費三十八億元，預定二〇二九年完工。',
    labels: ['sourcing:official-document-or-data'],
    sourceName: '都市發展局',
    confidence: 'fairly-sure',
  },
  {
    quote: '澄浦大學公共事務研究中心七月受託訪問一千零八十二位市民，百分之六十三「支持改善鹽倉街環境」。',
    labels: ['sourcing:study-or-poll'],
    sourceName: '澄浦大學公共事務研究中心',
    confidence: 'fairly-sure',
  },
  {
    quote: '據知情人士透露，得標的宏埕開發早在招標前半年，就已經派人來量過每一間店的門面。',
    labels: ['sourcing:unnamed-bare'],
    confidence: 'fairly-sure',
  },
  {
    quote: '反對都更的人，手上都沾著下一場大火的血。',
    labels: ['framing:name-calling-labeling'],
    note: 'Unsure of the tone, but “blood on their hands” is a label in any language.',
    confidence: 'unsure',
  },
  {
    quote: '市府把話講得很死：要嘛全面重建，要嘛任由老街腐朽。',
    labels: ['framing:false-dilemma-no-choice'],
    confidence: 'unsure',
  },
  {
    quote: '研究早已證明，保存老街的經濟效益一定高於打掉重練。',
    labels: ['sourcing:missing-source'],
    note: '“Research has long proved”: by whom? The same trick as in English.',
    confidence: 'fairly-sure',
  },
  {
    quote: '請你去。哪怕只講一分鐘，哪怕只說一句「我不同意」。',
    labels: ['statement:call-to-action'],
    confidence: 'fairly-sure',
  },
])
