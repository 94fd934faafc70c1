import { readBy } from '../demo-reading'

export const tanZhHant = readBy('grace.tan@example.org', [
  {
    quote:
      '依市府都市發展局九月十五日公告的「鹽倉街區再生計畫」（府都更字第1150915號），計畫範圍二點七公頃，涉及店' +
      '家一百八十六戶、夜市攤位二百四十個，總經費三十八億元，預定二〇二九年完工。',
    labels: ['sourcing:official-document-or-data'],
    sourceName: '都市發展局',
  },
  {
    quote: '完工後一樓店面的每坪月租，預估是現在的三點六倍。',
    labels: ['sourcing:official-document-or-data'],
    sourceName: '都市發展局',
  },
  {
    quote: '不會是賣豆漿的，也不會是修鐘錶的，只會是那些走到哪裡都長得一模一樣的連鎖咖啡店。',
    labels: ['statement:opinion'],
    note: 'Plausible, but it is the writer’s guess.',
  },
  {
    quote: '市府「絕對不會放棄任何一位老店家」',
    labels: ['framing:exaggeration-minimisation'],
    note: '“Absolutely not a single one”: the promise itself is the exaggeration.',
    confidence: 'fairly-sure',
  },
  {
    quote: '一個連自己辦公室漏水都修不好的局處，要怎麼讓人相信它蓋得好一整條街？',
    labels: ['framing:doubt'],
    confidence: 'fairly-sure',
  },
  {
    quote: '據知情人士透露，得標的宏埕開發早在招標前半年，就已經派人來量過每一間店的門面。',
    labels: ['sourcing:unnamed-bare'],
  },
  {
    quote: '一位不願具名的市府中階主管也說，承辦科室曾經建議分期施工，「簽呈送上去，回來就只剩下一期」。',
    labels: ['sourcing:unnamed-described'],
    note: 'Better than the line before: we know the rank and which office, if not the name.',
  },
  {
    quote: '我在街口站了兩個小時，數到三十七條「留下老街」的布條，和兩條「早拆早安心」。',
    labels: ['sourcing:author-observation'],
    note: 'First-hand, with time and method. More of this, please.',
  },
  {
    quote: '市議員盧冠霖上週在社群網站上寫道：「反對都更的人，手上都沾著下一場大火的血。」',
    labels: ['sourcing:named-person'],
    sourceName: '盧冠霖',
  },
  {
    quote: '盧議員又質問：前任市長任內拆掉整片舊眷舍，當時這些文化人在哪裡？',
    labels: ['framing:whataboutism'],
    confidence: 'fairly-sure',
  },
  {
    quote: '市府把話講得很死：要嘛全面重建，要嘛任由老街腐朽。',
    labels: ['framing:false-dilemma-no-choice'],
    confidence: 'fairly-sure',
  },
  {
    quote: '請你去。哪怕只講一分鐘，哪怕只說一句「我不同意」。',
    labels: ['statement:call-to-action'],
  },
  {
    quote: '一個連豆漿攤都容不下的城市，還好意思說自己有溫度嗎？',
    labels: ['statement:rhetorical-question-or-irony', 'framing:exaggeration-minimisation'],
    confidence: 'fairly-sure',
  },
])
