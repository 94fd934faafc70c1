import type { codebookSourcing as en } from '../en/codebook-sourcing'
import type { Words } from '../words'

export const codebookSourcing = {
  'named-person': {
    name: '具名人士',
    definition: '文中寫出說話、經歷或目擊者的姓名，讀者可以據此查證。',
    example: '「火車還沒到，橋就先晃起來了。」開早班公車的林秋嵐說。',
    counterExample: '「橋就先晃起來了。」站牌旁一名婦人說。（沒有姓名）',
  },
  'organisation-statement': {
    name: '機關團體聲明',
    definition: '由公司、機關或團體以整體名義發言，而且文中寫明是哪一個。',
    example: '港區裝卸工會發布新聞稿表示，與資方的協商已經破局。',
    counterExample: '據了解，工人對協商結果多有不滿。',
  },
  'official-document-or-data': {
    name: '官方文件或數據',
    definition: '資訊出自政府或公家單位公布的法規、判決、登記、預算或統計。',
    example: '依市府公布的年度預算書，防洪牆編列一千四百萬元。',
    counterExample: '市長隨口估計，防洪牆大概要花一千四百萬元。',
  },
  'study-or-poll': {
    name: '研究或民調',
    definition: '引用研究或調查，並寫明由誰進行，讀者找得到原始結果。',
    example: '北澤大學訪問 1,204 名國中生，六成表示每天睡不到七小時。',
    counterExample: '研究顯示，青少年普遍睡眠不足。',
  },
  'link-or-citation': {
    name: '連結或出處',
    definition: '附上連結、註腳或篇名，讀者可以直接找到原始資料。',
    example: '會議紀錄全文收錄於議會資料庫第七案，連結附於文末。',
    counterExample: '相關討論網路上很多，有興趣的人可以自己找。',
  },
  'other-media': {
    name: '轉引其他媒體',
    definition: '內容來自別家報紙、電視或新聞網站的報導，並非自己採訪所得。',
    example: '據《潮聲晚報》週二報導，工廠將在五月關閉。',
    counterExample: '廠長周柏年向本報證實，工廠將在五月關閉。',
  },
  'social-media-post': {
    name: '社群貼文',
    definition: '資訊來自某個帳號在社群平台上發表的貼文、留言或影片。',
    example: '守門員在自己的公開帳號寫道：「膝蓋沒事，週六見。」',
    counterExample: '網路上到處在傳守門員膝蓋受傷。',
  },
  'unnamed-described': {
    name: '匿名但有描述',
    definition: '沒有寫出姓名，但交代了對方的身分或處境，看得出這個人為什麼會知道。',
    example: '一名當晚在該病房值班的護理師說，有兩個警報器被關掉了。',
    counterExample: '有消息來源說，有兩個警報器被關掉了。',
  },
  'unnamed-bare': {
    name: '匿名且無描述',
    definition: '只寫「有人說」，完全沒交代是誰，也沒交代那個人為什麼會知道。',
    example: '知情人士透露，部長週五前就會下台。',
    counterExample: '兩名不願具名的部長室幕僚說，部長週五前就會下台。',
  },
  'author-observation': {
    name: '作者親身觀察',
    definition: '作者人在現場，寫下自己看到、聽到或量到的事。',
    example: '我六點抵達時，水已經漫過第二階。',
    counterExample: '那天早上，全村的人都覺得自己被遺忘了。（心情是看不到的）',
  },
  'common-knowledge': {
    name: '常識',
    definition: '幾乎人人都知道，或隨手就查得到，不需要註明來源。',
    example: '二月是一年當中最短的月份。',
    counterExample: '大家都知道，車禍多半是單車騎士害的。',
  },
  'missing-source': {
    name: '缺少來源',
    definition: '提出了需要有根據的說法，卻完全沒交代來源。',
    example: '老街的店家有八成撐不過這個冬天。',
    counterExample: '商圈發展協會的會員調查顯示，老街有八成店家擔心撐不過這個冬天。',
  },
} satisfies Words<typeof en>
