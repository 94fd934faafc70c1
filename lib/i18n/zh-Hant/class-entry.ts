import type { classEntry as en } from '../en/class-entry'
import type { Words } from '../words'

export const classEntry = {
  join: {
    title: '加入班級',
    lead: '請輸入老師給你的代碼。',
    code: '班級代碼',
    hint: '八個英數字元，大小寫與空格都沒關係。',
    find: '繼續',
    ask: '要加入「{name}」嗎？',
    as: '你將以{role, select, teacher {教師} coteacher {協同教師} assistant {助教} other {學生}}的身分加入。授課的人看得到你的姓名。',
    now: '加入',
    notNow: '暫時不要',
    signIn: '請先登入或註冊，完成後會回到這裡。',
    toSignIn: '登入',
    toSignUp: '註冊',
    unknownTitle: '這組代碼無法使用',
    again: '重新輸入',
    managed: '你是用紙本登入碼登入的，這個帳號只能用在原本的班級。',
  },
  signIn: {
    title: '用登入碼登入',
    lead: '給拿到紙本代碼的學生。',
    code: '你的代碼',
    hint: '十二個英數字元，大小寫與空格都沒關係。',
    submit: '登入',
    other: '使用電子郵件登入？',
    otherLink: '前往登入',
    link: '用老師給的登入碼登入',
  },
} satisfies Words<typeof en>
