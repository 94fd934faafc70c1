import { readBy } from '../demo-reading'

export const linZhHant = readBy('lin.pohan@example.org', [
  {
    quote: '老闆娘簡素卿把第一鍋豆漿端上桌時，發現隔壁三間店的鐵門上各貼了一張粉紅色的公告：限九十日內搬遷。',
    labels: ['sourcing:named-person', 'statement:verifiable-fact-claim'],
    sourceName: '簡素卿',
    note: '有名有姓、有時間，開頭很具體。',
  },
  {
    quote: '溫度也許是有的，只是燙在別人身上。',
    labels: ['statement:rhetorical-question-or-irony', 'framing:loaded-language'],
    note: '這句很酸，但是寫得好。',
  },
  {
    quote:
      '依市府都市發展局九月十五日公告的「鹽倉街區再生計畫」（府都更字第1150915號），計畫範圍二點七公頃，涉及店' +
      '家一百八十六戶、夜市攤位二百四十個，總經費三十八億元，預定二〇二九年完工。',
    labels: ['sourcing:official-document-or-data', 'statement:verifiable-fact-claim'],
    sourceName: '都市發展局',
  },
  {
    quote: '都發局的說明資料指出，街區內屋齡超過五十年的建物占百分之七十二，其中四十一棟經初步評估為「耐震能力不足」。',
    labels: ['sourcing:official-document-or-data'],
    sourceName: '都市發展局',
  },
  {
    quote: '完工後一樓店面的每坪月租，預估是現在的三點六倍。',
    labels: ['sourcing:official-document-or-data', 'statement:verifiable-fact-claim'],
    sourceName: '都發局說明資料',
  },
  {
    quote: '都發局局長魏成勳在記者會上說，市府「絕對不會放棄任何一位老店家」，並承諾提供兩年租金補貼。',
    labels: ['sourcing:named-person'],
    sourceName: '魏成勳',
  },
  {
    quote: '一個連自己辦公室漏水都修不好的局處，要怎麼讓人相信它蓋得好一整條街？',
    labels: ['statement:rhetorical-question-or-irony', 'framing:doubt'],
    note: '漏水跟蓋街有什麼關係？',
  },
  {
    quote: '澄浦大學公共事務研究中心七月受託訪問一千零八十二位市民，百分之六十三「支持改善鹽倉街環境」。',
    labels: ['sourcing:study-or-poll'],
    sourceName: '澄浦大學',
  },
  {
    quote: '問題是，「改善環境」跟「拆掉重蓋」是同一件事嗎？',
    labels: ['statement:rhetorical-question-or-irony'],
  },
  {
    quote: '據知情人士透露，得標的宏埕開發早在招標前半年，就已經派人來量過每一間店的門面。',
    labels: ['sourcing:unnamed-bare', 'statement:verifiable-fact-claim'],
  },
  {
    quote: '一位不願具名的市府中階主管也說，承辦科室曾經建議分期施工，「簽呈送上去，回來就只剩下一期」。',
    labels: ['sourcing:unnamed-described'],
  },
  {
    quote: '宏埕開發以書面回應，強調一切依採購法規辦理，「不評論未經證實的傳聞」。',
    labels: ['sourcing:organisation-statement'],
    sourceName: '宏埕開發',
  },
  {
    quote: '有人在地方社團貼文，說整條街早就「內定」給外地財團',
    labels: ['sourcing:social-media-post'],
    note: '作者自己說沒有文件，那為什麼還要寫出來？',
  },
  {
    quote: '在澄浦住久了的人都知道，無風不起浪',
    labels: ['sourcing:common-knowledge', 'framing:appeal-to-popularity'],
    note: '「大家都知道」不是證據。',
  },
  {
    quote: '消防局的檢討報告認為，巷道淨寬不足三公尺是主因。',
    labels: ['sourcing:official-document-or-data'],
    sourceName: '消防局',
  },
  {
    quote: '住在二樓的退休教師邱振邦告訴我：「我不是不愛老街，我是不想死在老街。」',
    labels: ['sourcing:named-person', 'framing:appeal-to-fear-prejudice'],
    sourceName: '邱振邦',
  },
  {
    quote: '市議員盧冠霖上週在社群網站上寫道：「反對都更的人，手上都沾著下一場大火的血。」',
    labels: ['sourcing:social-media-post', 'framing:appeal-to-fear-prejudice'],
    sourceName: '盧冠霖',
  },
  {
    quote: '盧議員又質問：前任市長任內拆掉整片舊眷舍，當時這些文化人在哪裡？',
    labels: ['statement:rhetorical-question-or-irony', 'framing:whataboutism'],
    sourceName: '盧冠霖',
    note: '老師上課講過的「那你怎麼不說」！',
  },
  {
    quote: '《東岸週報》去年報導，霧林的店家有八成以上留了下來，遊客反而多了四成',
    labels: ['sourcing:other-media'],
    sourceName: '《東岸週報》',
  },
  {
    quote: '研究早已證明，保存老街的經濟效益一定高於打掉重練。',
    labels: ['sourcing:missing-source'],
  },
  {
    quote: '這段話，每一個坐在冷氣房裡畫紅線的官員都應該抄一百遍。',
    labels: ['statement:value-judgement', 'framing:name-calling-labeling'],
  },
  {
    quote: '開發商和他們的打手',
    labels: ['framing:name-calling-labeling'],
  },
  {
    quote: '請你去。哪怕只講一分鐘，哪怕只說一句「我不同意」。',
    labels: ['statement:call-to-action'],
  },
  {
    quote: '現在不站出來，以後就再也沒有機會了。',
    labels: ['framing:appeal-to-time'],
    note: '每次都說是最後一次機會。',
  },
  {
    quote: '一個連豆漿攤都容不下的城市，還好意思說自己有溫度嗎？',
    labels: ['statement:rhetorical-question-or-irony', 'framing:loaded-language'],
  },
])
