import { readBy } from '../demo-reading'

export const chenZhHant = readBy('chen.yichun@example.org', [
  {
    quote: '老闆娘簡素卿把第一鍋豆漿端上桌時，發現隔壁三間店的鐵門上各貼了一張粉紅色的公告：限九十日內搬遷。',
    labels: ['sourcing:named-person', 'statement:verifiable-fact-claim'],
    sourceName: '簡素卿',
  },
  {
    quote: '這就是澄浦市政府口中「史上最有溫度的都市更新」。',
    labels: ['sourcing:organisation-statement'],
    sourceName: '澄浦市政府',
  },
  {
    quote:
      '依市府都市發展局九月十五日公告的「鹽倉街區再生計畫」（府都更字第1150915號），計畫範圍二點七公頃，涉及店' +
      '家一百八十六戶、夜市攤位二百四十個，總經費三十八億元，預定二〇二九年完工。',
    labels: ['sourcing:official-document-or-data', 'statement:verifiable-fact-claim'],
    sourceName: '都市發展局',
    note: '文號、面積、戶數和公告一致。',
    confidence: 'certain',
    evidence: [{ url: 'https://example.org/chengpu/renewal/1150915', title: '鹽倉街區再生計畫公告' }],
  },
  {
    quote: '完工後一樓店面的每坪月租，預估是現在的三點六倍。',
    labels: ['sourcing:official-document-or-data', 'statement:prediction'],
    sourceName: '都發局說明資料',
    note: '有頁碼，可以查。要注意這是「預估」，而且是完工之後的名目租金。',
  },
  {
    quote: '都發局局長魏成勳在記者會上說，市府「絕對不會放棄任何一位老店家」，並承諾提供兩年租金補貼。',
    labels: ['sourcing:named-person', 'statement:verifiable-fact-claim'],
    sourceName: '魏成勳',
    confidence: 'certain',
    evidence: [{ url: 'https://example.org/chengpu/press/0915', title: '九月十五日記者會逐字稿' }],
  },
  {
    quote: '一個連自己辦公室漏水都修不好的局處，要怎麼讓人相信它蓋得好一整條街？',
    labels: ['sourcing:missing-source', 'framing:doubt'],
    note: '漏水的事沒有出處。',
  },
  {
    quote: '澄浦大學公共事務研究中心七月受託訪問一千零八十二位市民，百分之六十三「支持改善鹽倉街環境」。',
    labels: ['sourcing:study-or-poll', 'statement:verifiable-fact-claim'],
    sourceName: '澄浦大學公共事務研究中心',
    note: '應該同時說明是誰委託的：委託單位是都發局。',
    confidence: 'certain',
    evidence: [{ url: 'https://example.org/chengpu-u/poll-2607', title: '民調報告與問卷' }],
  },
  {
    quote: '問題是，「改善環境」跟「拆掉重蓋」是同一件事嗎？',
    labels: ['statement:analysis-or-interpretation'],
  },
  {
    quote: '據知情人士透露，得標的宏埕開發早在招標前半年，就已經派人來量過每一間店的門面。',
    labels: ['sourcing:unnamed-bare', 'statement:verifiable-fact-claim'],
    note: '「知情人士」是誰？這是很重的指控，一個字的說明都沒有。',
    confidence: 'certain',
  },
  {
    quote: '一位不願具名的市府中階主管也說，承辦科室曾經建議分期施工，「簽呈送上去，回來就只剩下一期」。',
    labels: ['sourcing:unnamed-described', 'statement:verifiable-fact-claim'],
  },
  {
    quote: '在澄浦住久了的人都知道，無風不起浪',
    labels: ['sourcing:common-knowledge', 'framing:doubt'],
    note: '用俗語代替查證。',
  },
  {
    quote: '住在二樓的退休教師邱振邦告訴我：「我不是不愛老街，我是不想死在老街。」',
    labels: ['sourcing:named-person'],
    sourceName: '邱振邦',
  },
  {
    quote: '把消防問題講成「不拆就等著燒死」',
    labels: ['framing:straw-man'],
    note: '查不到有人說過這句話，可能是作者替對方造的句子。',
    confidence: 'fairly-sure',
  },
  {
    quote: '市議員盧冠霖上週在社群網站上寫道：「反對都更的人，手上都沾著下一場大火的血。」',
    labels: ['sourcing:social-media-post', 'framing:appeal-to-fear-prejudice'],
    sourceName: '盧冠霖',
    confidence: 'certain',
  },
  {
    quote: '盧議員又質問：前任市長任內拆掉整片舊眷舍，當時這些文化人在哪裡？',
    labels: ['sourcing:named-person', 'framing:appeal-to-hypocrisy'],
    sourceName: '盧冠霖',
  },
  {
    quote: '市府把話講得很死：要嘛全面重建，要嘛任由老街腐朽。',
    labels: ['framing:false-dilemma-no-choice'],
    note: '市府的公告並沒有這樣寫。究竟是市府的二分法，還是作者轉述出來的？',
  },
  {
    quote: '《東岸週報》去年報導，霧林的店家有八成以上留了下來，遊客反而多了四成',
    labels: ['sourcing:other-media', 'statement:verifiable-fact-claim'],
    sourceName: '《東岸週報》',
    note: '轉引他報，要回頭看原始統計。',
  },
  {
    quote: '鎮公所也把歷年的會議紀錄放上了公開資料庫',
    labels: ['sourcing:link-or-citation'],
    sourceName: '霧林鎮公所',
  },
  {
    quote: '研究早已證明，保存老街的經濟效益一定高於打掉重練。',
    labels: ['sourcing:missing-source', 'framing:exaggeration-minimisation'],
    note: '哪一份研究？「一定」更是不可能的結論。',
    confidence: 'certain',
  },
  {
    quote: '這段話，每一個坐在冷氣房裡畫紅線的官員都應該抄一百遍。',
    labels: ['statement:value-judgement'],
  },
  {
    quote: '請你去。哪怕只講一分鐘，哪怕只說一句「我不同意」。',
    labels: ['statement:call-to-action'],
  },
  {
    quote: '一個連豆漿攤都容不下的城市，還好意思說自己有溫度嗎？',
    labels: ['statement:rhetorical-question-or-irony'],
  },
])
