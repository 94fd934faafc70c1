import { readBy } from '../demo-reading'

export const guZhHant = readBy('gu.xiaotong@example.org', [
  {
    quote: '老闆娘簡素卿把第一鍋豆漿端上桌時，發現隔壁三間店的鐵門上各貼了一張粉紅色的公告：限九十日內搬遷。',
    labels: ['sourcing:named-person'],
    sourceName: '簡素卿',
  },
  {
    quote: '這就是澄浦市政府口中「史上最有溫度的都市更新」。',
    labels: ['framing:slogans'],
    note: '先引口号，再反着用。',
  },
  {
    quote:
      '依市府都市發展局九月十五日公告的「鹽倉街區再生計畫」（府都更字第1150915號），計畫範圍二點七公頃，涉及店' +
      '家一百八十六戶、夜市攤位二百四十個，總經費三十八億元，預定二〇二九年完工。',
    labels: ['sourcing:official-document-or-data', 'statement:verifiable-fact-claim'],
    sourceName: '都市發展局',
  },
  {
    quote: '都發局局長魏成勳在記者會上說，市府「絕對不會放棄任何一位老店家」，並承諾提供兩年租金補貼。',
    labels: ['sourcing:named-person'],
    sourceName: '魏成勳',
  },
  {
    quote: '一個連自己辦公室漏水都修不好的局處，要怎麼讓人相信它蓋得好一整條街？',
    labels: ['statement:rhetorical-question-or-irony', 'framing:questioning-the-reputation'],
  },
  {
    quote: '問題是，「改善環境」跟「拆掉重蓋」是同一件事嗎？',
    labels: ['statement:analysis-or-interpretation'],
  },
  {
    quote: '據知情人士透露，得標的宏埕開發早在招標前半年，就已經派人來量過每一間店的門面。',
    labels: ['sourcing:unnamed-bare'],
    note: '知情人士四个字最方便。',
    confidence: 'certain',
  },
  {
    quote: '一位不願具名的市府中階主管也說，承辦科室曾經建議分期施工，「簽呈送上去，回來就只剩下一期」。',
    labels: ['sourcing:unnamed-described', 'statement:verifiable-fact-claim'],
  },
  {
    quote: '住在二樓的退休教師邱振邦告訴我：「我不是不愛老街，我是不想死在老街。」',
    labels: ['sourcing:named-person'],
    sourceName: '邱振邦',
  },
  {
    quote: '市議員盧冠霖上週在社群網站上寫道：「反對都更的人，手上都沾著下一場大火的血。」',
    labels: ['sourcing:social-media-post'],
    sourceName: '盧冠霖',
  },
  {
    quote: '盧議員又質問：前任市長任內拆掉整片舊眷舍，當時這些文化人在哪裡？',
    labels: ['statement:rhetorical-question-or-irony', 'framing:whataboutism'],
  },
  {
    quote: '研究早已證明，保存老街的經濟效益一定高於打掉重練。',
    labels: ['sourcing:missing-source', 'framing:exaggeration-minimisation'],
    note: '没有出处的“研究证明”，最该标出来。',
    confidence: 'certain',
  },
  {
    quote: '這段話，每一個坐在冷氣房裡畫紅線的官員都應該抄一百遍。',
    labels: ['statement:opinion', 'framing:name-calling-labeling'],
    note: '“冷气房里的官员”是现成的标签。',
    confidence: 'certain',
  },
  {
    quote: '可以預見的是，鹽倉街一旦倒下，下一個就是廟口，再下一個就是舊漁市。',
    labels: ['statement:prediction', 'framing:consequential-oversimplification'],
    note: '典型的滑坡。',
  },
  {
    quote: '開發商和他們的打手',
    labels: ['framing:name-calling-labeling'],
    confidence: 'certain',
  },
  {
    quote: '請你去。哪怕只講一分鐘，哪怕只說一句「我不同意」。',
    labels: ['statement:call-to-action', 'framing:appeal-to-values'],
  },
  {
    quote: '一個連豆漿攤都容不下的城市，還好意思說自己有溫度嗎？',
    labels: ['statement:rhetorical-question-or-irony'],
  },
])
