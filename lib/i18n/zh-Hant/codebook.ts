import type { codebook as en } from '../en/codebook'
import type { Words } from '../words'
import { codebookFraming } from './codebook-framing'
import { codebookSourcing } from './codebook-sourcing'
import { codebookStatement } from './codebook-statement'

export const codebook = {
  dimensions: {
    sourcing: {
      name: '消息來源',
      question: '這是誰說的？',
      hint: '標出資訊是從哪裡來的，或是文中根本沒交代。',
    },
    statement: {
      name: '陳述類型',
      question: '是事實，還是意見？',
      hint: '標出這句話屬於哪一種：是查得到的事，還是某人的看法、期待或主張。',
    },
    framing: {
      name: '修辭框架',
      question: '它想怎麼影響我？',
      hint: '標出牽動情緒、把讀者推向某一方的用詞和說法。',
    },
  },
  groups: {
    'attack-on-reputation': '攻擊名聲',
    justification: '為主張撐腰',
    distraction: '轉移焦點',
    simplification: '過度簡化',
    call: '號召',
    'manipulative-wording': '操弄用語',
  },
  marks: {
    'tint-cool': '冷色底：可以查證',
    'tint-warm': '暖色底：意見、評價、預測，或與事實混雜',
    'underline-solid': '實線：有人可問，或有資料可查',
    'underline-dashed': '虛線：有來源，但沒有具名',
    'underline-dotted': '點線：沒有交代來源',
    wavy: '波浪線：用了說服手法',
  },
  labels: {
    sourcing: codebookSourcing,
    statement: codebookStatement,
    framing: codebookFraming,
  },
} satisfies Words<typeof en>
