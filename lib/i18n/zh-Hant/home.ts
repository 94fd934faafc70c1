import type { Words } from '../words'
import type { home as en } from '../en/home'

export const home = {
  title: '一起讀新聞，一起拆解新聞',
  lead: '選取一段文字，問它三個問題，再看看其他讀者發現了什麼、彼此有多少共識。',
  signUp: '開始一起讀',
  browse: '逛逛文庫',
  newArticle: '新增文章',
  exampleLabel: '標記之後的句子長這樣',
  example: '<fact><named>港務處五月清點，共有三百一十二個空船席，</named></fact><opinion><framing>只要長了眼睛的人</framing>都知道，它們再也不會有船靠了。</opinion>',
  exampleNote: '三種記號可以疊在同一段文字上：底色是陳述類型，底線是消息來源，波浪線是說服手法。',
  newest: '最新文章',
  all: '所有文章',
  none: '目前還沒有公開的文章。',
} satisfies Words<typeof en>
