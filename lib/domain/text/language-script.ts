/**
 * Whether Chinese is written in Traditional or Simplified characters: by which of a few hundred frequent pairs of forms
 * occur more often. Only characters are listed whose other form is never right in the other script, so 后, 干, 里 and
 * their like, which both use, say nothing. Undecided texts count as Traditional: nothing Simplified was seen in them.
 * '這個國家' is Hant, '这个国家' is Hans.
 */
export function chineseScript(text: string): 'Hant' | 'Hans' {
  let lead = 0
  for (const character of text) lead += votes.get(character) ?? 0
  return lead < 0 ? 'Hans' : 'Hant'
}

const pairs =
  '這这個个們们來来時时會会說说國国學学對对開开關关經经過过還还進进選选運运動动東东車车馬马鳥鸟魚鱼門门問问間间聞闻' +
  '見见現现視视觀观覺觉親亲讀读寫写書书語语話话請请讓让認认識识記记設设許许論论證证議议護护評评詞词試试調调談谈' +
  '貝贝財财貨货費费資资質质買买賣卖貴贵賽赛負负責责長长張张發发電电無无為为從从給给結结級级統统約约線线組组織织' +
  '終终網网練练續续總总維维縣县紅红綠绿紙纸紐纽紀纪絕绝錢钱銀银鐵铁鋼钢錯错錄录鐘钟鎮镇鏡镜題题類类願愿頭头' +
  '頁页順顺須须預预領领顯显飛飞風风飯饭館馆養养餘余體体點点壓压應应態态憑凭懷怀戰战戲戏擊击據据擔担擁拥擇择' +
  '損损換换舉举務务勞劳勝胜勢势區区醫医協协單单廠厂廣广庫库廳厅層层屬属島岛峽峡師师帶带幫帮幣币幾几歲岁' +
  '歷历歸归殺杀氣气漢汉滿满濟济測测減减溫温潔洁濃浓滅灭灣湾災灾爭争爺爷狀状獨独獎奖獲获環环產产畫画異异' +
  '當当療疗瘋疯監监盤盘眾众碼码確确禮礼種种積积穩稳競竞節节築筑範范簡简糧粮聯联職职聲声聽听腦脑腳脚' +
  '臉脸舊旧艦舰藝艺華华萬万葉叶蘇苏處处號号衛卫補补裝装規规詳详誰谁變变豐丰貿贸趕赶軍军輕轻輪轮輸输轉转' +
  '辦办農农違违遠远適适遲迟遷迁鄉乡鄰邻陣阵陽阳陰阴際际隊队階阶隨随險险難难雖虽雙双雜杂離离雲云靈灵靜静' +
  '韓韩響响顧顾飲饮驗验驚惊鬧闹鬥斗黃黄齊齐齒齿龍龙龜龟億亿價价優优傳传傷伤債债儘尽兒儿內内兩两冊册凍冻' +
  '劃划則则創创剛刚劇剧勵励匯汇卻却廈厦參参吳吴員员啟启嗎吗喪丧嚴严團团圍围園园圖图場场塊块報报壞坏' +
  '壯壮夢梦夠够奪夺婦妇媽妈孫孙寧宁實实寶宝審审將将專专尋寻導导屆届崗岗'

// Pairs whose second form is also a Traditional character of its own, or whose first is also Simplified, are left out.
const shared = new Set('余斗丰云几叶凭尽划据担')

const votes: ReadonlyMap<string, 1 | -1> = new Map(
  [...pairs].flatMap((character, i): [string, 1 | -1][] =>
    shared.has(character) ? [] : [[character, i % 2 === 0 ? 1 : -1]],
  ),
)
