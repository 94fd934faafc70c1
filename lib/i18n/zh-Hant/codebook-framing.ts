import type { codebookFraming as en } from '../en/codebook-framing'
import type { Words } from '../words'

export const codebookFraming = {
  'loaded-language': {
    name: '情緒性用語',
    definition: '明明可以平實地說，卻選用帶有強烈情緒的字眼。',
    example: '議會對學校預算痛下毒手。',
    counterExample: '議會刪減學校預算百分之十二。',
  },
  'name-calling-labeling': {
    name: '貼標籤',
    definition: '不談道理，直接給人或團體冠上一個讓人喜歡或厭惡的稱號。',
    example: '這群公園長椅上的空想家，居然想搶走我們的車。',
    counterExample: '社區自救會希望廣場不要再讓汽車通行。',
  },
  'exaggeration-minimisation': {
    name: '誇大或淡化',
    definition: '把事情說得比實際大很多，或小很多。',
    example: '不過漏了九千公升，一小滴油也要大驚小怪。',
    counterExample: '港務紀錄顯示，這次漏油九千公升，在今年各起事故中規模偏小。',
  },
  'appeal-to-fear-prejudice': {
    name: '訴諸恐懼或偏見',
    definition: '靠嚇唬讀者，或利用讀者對某些人原有的反感來爭取支持。',
    example: '這間中途之家一開，晚上就沒有女孩敢走路回家了。',
    counterExample: '中途之家啟用的第一個月，警方在周邊受理九起竊案。',
  },
  'false-dilemma-no-choice': {
    name: '假兩難',
    definition: '假裝只有兩條路、甚至只有一條路可走，其實還有別的選擇。',
    example: '不蓋這條快速道路，山谷就等著沒落。',
    counterExample: '期限內只有兩家廠商投標，市府必須從中選出一家。',
  },
  'causal-oversimplification': {
    name: '因果過度簡化',
    definition: '一件事明明有好幾個原因，卻只怪在其中一個頭上。',
    example: '學生成績退步，說穿了就是手機害的。',
    counterExample: '報告列出成績下滑的幾個原因：手機、師資不足和校車誤點。',
  },
  whataboutism: {
    name: '那你怎麼不說',
    definition: '面對批評不正面回應，反而搬出對方做過的別件壞事。',
    example: '你怪火車誤點，那你們市長任內的港口弊案呢？',
    counterExample: '現任市長任內火車誤點四十天，前任是三十八天。',
  },
  doubt: {
    name: '散播懷疑',
    definition: '沒有拿出證據，就質疑一個人的誠信或能力。',
    example: '一個連小店都沒開過的人，預算真的能交給他嗎？',
    counterExample: '因為少了三張發票，審計人員對帳目提出質疑。',
  },
  'guilt-by-association': {
    name: '連坐抹黑',
    definition: '把人和讀者討厭的人物、團體或事件連在一起，讓他跟著難看。',
    example: '替她的計畫叫好的，正是去年砸店的那群人。',
    counterExample: '她因為去年砸店，被法院判刑。',
  },
  'appeal-to-hypocrisy': {
    name: '指責對方虛偽',
    definition: '不回應批評，只說批評的人自己也一樣。',
    example: '她教訓我們少搭飛機，她自己度假又是怎麼去的？',
    counterExample: '稽查員在檢舉人的廚房也查到同樣的缺失，兩家都開罰。',
  },
  'questioning-the-reputation': {
    name: '攻擊人品',
    definition: '攻擊一個人的品格或過去，讓他說什麼都顯得不值得聽。',
    example: '他這輩子做什麼砸什麼，教育的事就別聽他談了。',
    counterExample: '他那場教育演講的四個數字，有兩個是錯的。',
  },
  'flag-waving': {
    name: '訴諸群體榮譽',
    definition: '利用讀者對國家、家鄉或群體的驕傲，讓某個主張顯得理所當然。',
    example: '真正的島民，就該支持蓋新球場。',
    counterExample: '週日，新球場升起了島旗。',
  },
  'appeal-to-authority': {
    name: '訴諸權威',
    definition: '只因為某個有地位或有名氣的人這麼說，就當成真的。',
    example: '連得過大獎的物理學家都天天喝這種茶，當然有益健康。',
    counterExample: '腎臟科醫師說明，喝茶的建議是根據哪幾項臨床試驗。',
  },
  'appeal-to-popularity': {
    name: '訴諸從眾',
    definition: '因為很多人這麼做或這麼相信，就說它是對的。',
    example: '九百萬人的選擇不會錯，你也快換吧。',
    counterExample: '業者公布，一月以來已有九百萬名用戶改用新方案。',
  },
  'appeal-to-values': {
    name: '訴諸價值觀',
    definition: '把主張和讀者珍惜的價值綁在一起，好像這樣就證明它是對的。',
    example: '只要是愛好自由的人，都會支持拓寬馬路。',
    counterExample: '法院認定，這項禁令侵害集會自由。',
  },
  'straw-man': {
    name: '稻草人論證',
    definition: '把對方的話扭曲成容易反駁的樣子，再加以攻擊。',
    example: '他們要學校周邊限速，說白了就是要大家都別開車。',
    counterExample: '他們主張學校周邊限速三十，我們認為四十就夠安全。',
  },
  'red-herring': {
    name: '岔開話題',
    definition: '提起毫不相干的事，讓讀者忘了原本的問題。',
    example: '自來水是有點黃，可是新噴水池的夜景多漂亮啊。',
    counterExample: '自來水變黃，是因為噴水池和住家共用舊水管。',
  },
  'consequential-oversimplification': {
    name: '滑坡謬誤',
    definition: '聲稱走了一步就會接連出現更糟的事，卻沒說明為什麼。',
    example: '今天封一條車道，明天封整條路，最後誰都別想開車。',
    counterExample: '春天封閉一條車道後，鄰近道路的車流增加了兩成。',
  },
  slogans: {
    name: '口號',
    definition: '用簡短好記的句子打動情緒，而不講理由。',
    example: '我們的河，我們作主！',
    counterExample: '這個團體要求把捕魚權還給沿岸村落。',
  },
  'conversation-killer': {
    name: '終結討論',
    definition: '用一句話把討論堵死，而不是繼續把事情談清楚。',
    example: '社會就是這樣，多說無益。',
    counterExample: '主席依議事規則，在十點結束討論。',
  },
  'appeal-to-time': {
    name: '訴諸時機',
    definition: '拿「現在正是時候」當理由，卻沒說明為什麼非現在不可。',
    example: '時候到了，明天就太遲了。',
    counterExample: '報名在週五中午截止。',
  },
  'obfuscation-vagueness-confusion': {
    name: '含糊其辭',
    definition: '說得不清不楚，讀者只能用猜的，而這對作者有利。',
    example: '未來將視情況，對人力配置做某種程度的調整。',
    counterExample: '修正案把第四條第二項的「應」改為「得」。（是術語，但很精確）',
  },
  repetition: {
    name: '反覆強調',
    definition: '同樣的話一說再說，讓它留在讀者腦中。',
    example: '他們知道漏水。五月就知道。明明知道，卻一聲不吭。',
    counterExample: '五月發現漏水，六月通報，七月修好。',
  },
} satisfies Words<typeof en>
