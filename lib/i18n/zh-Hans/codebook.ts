import type { codebook as en } from '../en/codebook'
import type { Words } from '../words'
import { codebookFraming } from './codebook-framing'
import { codebookSourcing } from './codebook-sourcing'
import { codebookStatement } from './codebook-statement'

export const codebook = {
  dimensions: {
    sourcing: {
      name: '信息来源',
      question: '这话是谁说的？',
      hint: '标出信息出自哪里，或者文中压根没有交代。',
    },
    statement: {
      name: '表述类型',
      question: '事实还是观点？',
      hint: '标出这句话属于哪一类：是能核查的事，还是某个人的看法、期待或主张。',
    },
    framing: {
      name: '话语框架',
      question: '它想怎么左右我？',
      hint: '标出煽动情绪、引导读者站队的措辞和说法。',
    },
  },
  groups: {
    'attack-on-reputation': '攻击名誉',
    justification: '为主张撑腰',
    distraction: '转移视线',
    simplification: '简单化',
    call: '号召',
    'manipulative-wording': '操纵性措辞',
  },
  marks: {
    'tint-cool': '冷色底纹：可以核查',
    'tint-warm': '暖色底纹：观点、评价、预测，或与事实混杂',
    'underline-solid': '实线：有人可问，或有资料可查',
    'underline-dashed': '虚线：有来源，但没有公开姓名',
    'underline-dotted': '点线：没有交代来源',
    wavy: '波浪线：用了说服技巧',
  },
  labels: {
    sourcing: codebookSourcing,
    statement: codebookStatement,
    framing: codebookFraming,
  },
} satisfies Words<typeof en>
