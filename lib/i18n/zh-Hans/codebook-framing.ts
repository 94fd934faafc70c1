import type { codebookFraming as en } from '../en/codebook-framing'
import type { Words } from '../words'

export const codebookFraming = {
  'loaded-language': {
    name: '情绪化措辞',
    definition: '明明可以平实地说，偏要用情绪色彩强烈的字眼。',
    example: '学校经费惨遭血洗。',
    counterExample: '学校经费削减了12%。',
  },
  'name-calling-labeling': {
    name: '贴标签',
    definition: '不讲道理，直接给人或群体扣上一个让人喜欢或反感的称呼。',
    example: '这帮躺在长椅上的空想家，居然想没收我们的车。',
    counterExample: '业主委员会希望广场禁止机动车通行。',
  },
  'exaggeration-minimisation': {
    name: '夸大或淡化',
    definition: '把事情说得比实际大得多或小得多。',
    example: '不就漏了九千升嘛，一小滴油也值得大惊小怪？',
    counterExample: '港口记录显示，这次泄漏九千升，在今年的事故中规模偏小。',
  },
  'appeal-to-fear-prejudice': {
    name: '诉诸恐惧或偏见',
    definition: '靠吓唬读者，或者利用读者对某类人的固有反感来争取支持。',
    example: '救助站一开，晚上就没有姑娘敢走夜路了。',
    counterExample: '救助站启用首月，警方在周边接到九起盗窃报案。',
  },
  'false-dilemma-no-choice': {
    name: '非此即彼',
    definition: '装作只有两条路、甚至只有一条路可走，其实还有别的选择。',
    example: '要么修这条快速路，要么眼看着山谷衰败下去。',
    counterExample: '截止日前只收到两份标书，评审组须从中选一份。',
  },
  'causal-oversimplification': {
    name: '因果简单化',
    definition: '一件事明明有多种原因，却全怪到一个原因头上。',
    example: '学生成绩下滑，说到底就是手机闹的。',
    counterExample: '报告列出成绩下滑的几个原因：手机、师资短缺和校车晚点。',
  },
  whataboutism: {
    name: '那你怎么不说',
    definition: '面对批评不正面回应，转而翻出对方干过的别的坏事。',
    example: '你嫌火车晚点，那你们老市长任上的港口丑闻怎么不提？',
    counterExample: '现任市长任内火车晚点40天，上一任是38天。',
  },
  doubt: {
    name: '无端质疑',
    definition: '拿不出证据，就质疑一个人的诚信或能力。',
    example: '连小卖部都没开过的人，真能管好预算吗？',
    counterExample: '因为缺了三张发票，审计人员对账目提出疑问。',
  },
  'guilt-by-association': {
    name: '牵连抹黑',
    definition: '把人跟读者讨厌的人物、群体或事件扯到一起，让他跟着名声扫地。',
    example: '给她的方案叫好的，正是去年砸店的那伙人。',
    counterExample: '她因去年砸店被法院判刑。',
  },
  'appeal-to-hypocrisy': {
    name: '指责对方虚伪',
    definition: '不回应批评，只说批评的人自己也是这样。',
    example: '她劝我们少坐飞机，可她自己度假是怎么去的？',
    counterExample: '检查人员在举报人的厨房里查出同样的问题，两家都被罚款。',
  },
  'questioning-the-reputation': {
    name: '攻击人品',
    definition: '攻击一个人的品行或过去，让他说什么都显得不值一听。',
    example: '他这辈子干啥啥不成，教育的事轮得到他说？',
    counterExample: '他那场教育演讲里的四个数字，有两个是错的。',
  },
  'flag-waving': {
    name: '诉诸集体荣誉',
    definition: '利用读者对国家、家乡或群体的自豪感，让某个主张显得天经地义。',
    example: '是岛上的人，就该支持建新球场！',
    counterExample: '周日，新球场升起了岛旗。',
  },
  'appeal-to-authority': {
    name: '诉诸权威',
    definition: '只因为某个有地位或有名气的人说过，就当成真的。',
    example: '连拿过大奖的物理学家都天天喝这种茶，对身体能不好吗？',
    counterExample: '肾内科医生介绍了喝茶建议所依据的几项临床试验。',
  },
  'appeal-to-popularity': {
    name: '诉诸大众',
    definition: '因为很多人这么做、这么信，就说它是对的。',
    example: '九百万人的选择错不了，你也赶紧换吧。',
    counterExample: '运营商称，一月以来已有九百万用户更换套餐。',
  },
  'appeal-to-values': {
    name: '诉诸价值观',
    definition: '把主张跟读者珍视的价值绑在一起，仿佛这样就证明了它正确。',
    example: '讲公平的人，都会支持拓宽马路。',
    counterExample: '法院认定，这份合同违反公平原则。',
  },
  'straw-man': {
    name: '稻草人谬误',
    definition: '把对方的话歪曲成容易驳倒的样子，再去驳它。',
    example: '他们要在学校门口限速，不就是不让大家开车吗？',
    counterExample: '他们主张学校门口限速三十，我们认为四十也足够安全。',
  },
  'red-herring': {
    name: '岔开话题',
    definition: '扯出毫不相干的事，让读者忘了原来的问题。',
    example: '自来水是有点黄，可新喷泉的夜景多好看啊。',
    counterExample: '自来水发黄，是因为喷泉和居民楼共用一根老水管。',
  },
  'consequential-oversimplification': {
    name: '滑坡谬误',
    definition: '声称迈出一步就会接连出现更糟的事，却不说明为什么。',
    example: '今天封一条车道，明天封整条路，后天谁也别想开车了。',
    counterExample: '春天封闭一条车道后，旁边道路的车流量增加了两成。',
  },
  slogans: {
    name: '口号',
    definition: '用简短上口的句子调动情绪，却不讲理由。',
    example: '我们的河，我们做主！',
    counterExample: '该团体要求把捕鱼权还给沿岸村庄。',
  },
  'conversation-killer': {
    name: '堵死讨论',
    definition: '用一句话把话头掐断，不让人继续往下谈。',
    example: '社会就这样，说多了也没用。',
    counterExample: '主持人按照议事规则，在十点结束了讨论。',
  },
  'appeal-to-time': {
    name: '诉诸时机',
    definition: '把“现在正是时候”当理由，却不说明为什么非得是现在。',
    example: '时候到了，明天就晚了！',
    counterExample: '报名周五中午截止。',
  },
  'obfuscation-vagueness-confusion': {
    name: '含糊其辞',
    definition: '说得不清不楚，读者只能靠猜，而这正合作者的意。',
    example: '下一步将结合实际，对用工结构作适度优化。',
    counterExample: '修正案将第四条第二款中的“应当”改为“可以”。（是术语，但很精确）',
  },
  repetition: {
    name: '反复强调',
    definition: '同样的话说了又说，好让它印在读者脑子里。',
    example: '他们知道漏水。五月就知道。明明知道，却一声不吭。',
    counterExample: '五月发现漏水，六月上报，七月修好。',
  },
} satisfies Words<typeof en>
