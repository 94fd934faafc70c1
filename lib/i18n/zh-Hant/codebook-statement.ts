import type { codebookStatement as en } from '../en/codebook-statement'
import type { Words } from '../words'

export const codebookStatement = {
  'verifiable-fact-claim': {
    name: '可查證的事實陳述',
    definition: '講的是可以用證據判斷真假的事，不論最後查出來是真是假。',
    example: '鎮上去年發生三十一起火災，是前年的兩倍。',
    counterExample: '鎮上的火災實在太多了。',
  },
  opinion: {
    name: '意見',
    definition: '表達某人的看法或喜好，別人大可有不同的想法。',
    example: '我覺得老電車坐起來比新的舒服多了。',
    counterExample: '問卷結果顯示，多數乘客認為老電車比較舒服。',
  },
  'value-judgement': {
    name: '價值判斷',
    definition: '用對錯、好壞、公不公平來評斷一件事。',
    example: '讓孩子在寒風裡等車，是大人的恥辱。',
    counterExample: '孩子們在攝氏五度的低溫下等了四十分鐘的車。',
  },
  prediction: {
    name: '預測',
    definition: '說的是將來會發生或可能發生的事，現在還無法查證。',
    example: '到了明年夏天，這裡的咖啡館會倒掉一半。',
    counterExample: '老闆週一宣布，咖啡館將在六月一日歇業。（有沒有宣布是查得到的）',
  },
  'analysis-or-interpretation': {
    name: '分析或解讀',
    definition: '說明事實代表什麼、彼此有何關聯，因此說得比事實本身更多。',
    example: '拖到半夜才表決，可見兩派人馬已經互不信任。',
    counterExample: '經過十一小時的辯論，議會在凌晨三點表決。',
  },
  mixed: {
    name: '事實與意見混雜',
    definition: '可查證的內容和評價緊緊纏在一起，沒辦法分開標記。',
    example: '那筆荒唐的四千萬元貸款在三月簽了約。',
    counterExample: '貸款在三月簽約。我認為這件事很荒唐。（可以分開標記）',
  },
  'call-to-action': {
    name: '呼籲行動',
    definition: '要求或鼓動讀者、主事者去做某件事。',
    example: '請在週四以前寫信給你的議員，要求設置行人穿越道。',
    counterExample: '已有兩百人寫信給議會，要求設置行人穿越道。',
  },
  'rhetorical-question-or-irony': {
    name: '反問或反諷',
    definition: '話不能照字面理解，可能是不等人回答的反問，也可能是表面稱讚、其實挖苦。',
    example: '這麼高明的主意，最後是誰買單，還用問嗎？',
    counterExample: '新屋頂的錢是誰出的？帳冊上寫得很清楚。',
  },
} satisfies Words<typeof en>
