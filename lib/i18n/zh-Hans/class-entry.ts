import type { classEntry as en } from '../en/class-entry'
import type { Words } from '../words'

export const classEntry = {
  join: {
    title: '加入班级',
    lead: '请输入老师给你的邀请码。',
    code: '班级邀请码',
    hint: '八位字母和数字，大小写和空格都没关系。',
    find: '继续',
    ask: '要加入“{name}”吗？',
    as: '你将以{role, select, teacher {教师} coteacher {协同教师} assistant {助教} other {学生}}的身份加入。授课的人能看到你的姓名。',
    now: '加入',
    notNow: '暂时不要',
    signIn: '请先登录或注册，完成后会回到这里。',
    toSignIn: '登录',
    toSignUp: '注册',
    unknownTitle: '这个邀请码无法使用',
    again: '重新输入',
    managed: '你是用纸质登录码登录的，这个账号只能用在原来的班级。',
  },
  signIn: {
    title: '用登录码登录',
    lead: '给拿到纸质登录码的学生。',
    code: '你的登录码',
    hint: '十二位字母和数字，大小写和空格都没关系。',
    submit: '登录',
    other: '用电子邮箱登录？',
    otherLink: '前往登录',
    link: '用老师给的登录码登录',
  },
} satisfies Words<typeof en>
