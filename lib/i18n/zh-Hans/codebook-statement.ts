import type { codebookStatement as en } from '../en/codebook-statement'
import type { Words } from '../words'

export const codebookStatement = {
  'verifiable-fact-claim': {
    name: '可核查的事实陈述',
    definition: '说的是能用证据判断真假的事，不管最后查出来是真是假。',
    example: '镇上去年发生火灾31起，比前年翻了一番。',
    counterExample: '镇上的火灾也太多了。',
  },
  opinion: {
    name: '观点',
    definition: '表达某个人的看法或偏好，换个人完全可以有别的想法。',
    example: '要我说，老电车坐着比新的舒服多了。',
    counterExample: '问卷显示，多数乘客认为老电车更舒服。',
  },
  'value-judgement': {
    name: '价值判断',
    definition: '用对错、好坏、公不公平的尺度去评价一件事。',
    example: '让孩子大冷天在路边等车，实在不应该。',
    counterExample: '孩子们在零下五度的户外等了四十分钟车。',
  },
  prediction: {
    name: '预测',
    definition: '说的是将来会发生或可能发生的事，眼下还没法核查。',
    example: '到明年夏天，这条街的咖啡馆得倒闭一半。',
    counterExample: '老板周一宣布，咖啡馆将于6月1日停业。（有没有宣布是查得到的）',
  },
  'analysis-or-interpretation': {
    name: '分析或解读',
    definition: '解释事实意味着什么、彼此有什么联系，因此说的比事实本身更多。',
    example: '表决拖到后半夜，说明两派之间已经没有信任可言。',
    counterExample: '经过十一个小时的辩论，会议在凌晨三点进行了表决。',
  },
  mixed: {
    name: '事实与观点混杂',
    definition: '可以核查的内容和评价紧紧拧在一起，没法分开标记。',
    example: '那笔荒唐的四千万元贷款三月就签了约。',
    counterExample: '贷款三月签约。我认为这很荒唐。（可以分开标记）',
  },
  'call-to-action': {
    name: '呼吁行动',
    definition: '要求或鼓动读者、主管方去做某件事。',
    example: '请在周四之前给街道办写信，要求增设斑马线。',
    counterExample: '已有两百人致信街道办，要求增设斑马线。',
  },
  'rhetorical-question-or-irony': {
    name: '反问或反讽',
    definition: '话不能按字面理解，要么是不等人回答的反问，要么是明夸暗讽。',
    example: '这么高明的主意，最后谁来买单还用问吗？',
    counterExample: '新屋顶的钱是谁出的？账本上写得清清楚楚。',
  },
} satisfies Words<typeof en>
