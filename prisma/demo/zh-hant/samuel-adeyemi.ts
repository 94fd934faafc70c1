import { readBy } from '../demo-reading'

export const adeyemiZhHant = readBy('samuel.adeyemi@example.org', [
  {
    quote:
      '依市府都市發展局九月十五日公告的「鹽倉街區再生計畫」（府都更字第1150915號），計畫範圍二點七公頃，涉及店' +
      '家一百八十六戶、夜市攤位二百四十個，總經費三十八億元，預定二〇二九年完工。',
    labels: ['sourcing:official-document-or-data', 'statement:verifiable-fact-claim'],
    sourceName: '都市發展局',
    note: 'A document number. I wish every article gave one.',
  },
  {
    quote: '都發局局長魏成勳在記者會上說，市府「絕對不會放棄任何一位老店家」，並承諾提供兩年租金補貼。',
    labels: ['sourcing:named-person'],
    sourceName: '魏成勳',
  },
  {
    quote: '一個連自己辦公室漏水都修不好的局處，要怎麼讓人相信它蓋得好一整條街？',
    labels: ['statement:rhetorical-question-or-irony', 'framing:doubt'],
  },
  {
    quote: '澄浦大學公共事務研究中心七月受託訪問一千零八十二位市民，百分之六十三「支持改善鹽倉街環境」。',
    labels: ['sourcing:study-or-poll'],
    sourceName: '澄浦大學公共事務研究中心',
  },
  {
    quote: '據知情人士透露，得標的宏埕開發早在招標前半年，就已經派人來量過每一間店的門面。',
    labels: ['sourcing:unnamed-bare'],
    note:
      'Bare anonymity for an accusation of bid-rigging. As a moderator I would want this talked through before ' +
      'anyone repeats it.',
  },
  {
    quote: '一位不願具名的市府中階主管也說，承辦科室曾經建議分期施工，「簽呈送上去，回來就只剩下一期」。',
    labels: ['sourcing:unnamed-described'],
  },
  {
    quote: '市議員盧冠霖上週在社群網站上寫道：「反對都更的人，手上都沾著下一場大火的血。」',
    labels: ['sourcing:named-person', 'framing:appeal-to-fear-prejudice'],
    sourceName: '盧冠霖',
    note: 'Named, but said on a platform. The others will flag the post; to me the person is the source.',
  },
  {
    quote: '請你去。哪怕只講一分鐘，哪怕只說一句「我不同意」。',
    labels: ['statement:call-to-action'],
  },
  {
    quote: '現在不站出來，以後就再也沒有機會了。',
    labels: ['framing:appeal-to-time'],
  },
  {
    quote: '一個連豆漿攤都容不下的城市，還好意思說自己有溫度嗎？',
    labels: ['statement:rhetorical-question-or-irony'],
    note: 'A question that leaves only one answer.',
  },
])
