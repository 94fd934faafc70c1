import type { Words } from '../words'
import type { home as en } from '../en/home'

export const home = {
  title: '一起读新闻，一起拆解新闻',
  lead: '选中一段文字，问它三个问题，再看看其他读者发现了什么、彼此有多少共识。',
  signUp: '开始一起读',
  browse: '逛逛文库',
  newArticle: '新建文章',
  exampleLabel: '标记之后的句子是这样的',
  example: '<fact><named>港务处五月清点，共有三百一十二个空泊位，</named></fact><opinion><framing>只要长了眼睛的人</framing>都知道，它们再也不会有船停靠了。</opinion>',
  exampleNote: '三种记号可以叠在同一段文字上：底色是表述类型，下划线是信息来源，波浪线是说服手法。',
  newest: '最新文章',
  all: '所有文章',
  none: '目前还没有公开的文章。',
} satisfies Words<typeof en>
