import type { Words } from '../words'
import type { site as en } from '../en/site'

export const site = {
  name: 'Gloss',
  tagline: '一起读新闻，一起拆解新闻。',
  skipToContent: '跳到主要内容',
  navigation: '主菜单',
  library: '文库',
  classes: '班级',
  newArticle: '新建文章',
  settings: '设置',
  signIn: '登录',
  signOut: '退出登录',
  signedInAs: '已登录：{name}',
  accountMenu: '账号',
  language: '语言',
  theme: '外观',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  cancel: '取消',
  close: '关闭',
  retry: '重试',
  home: '回到首页',
  notFoundTitle: '这个网址没有内容',
  notFoundText: '它可能已被移除，或者没有公开，而你还没有用可以查看的账号登录。',
  errorTitle: '我们这边出了点问题',
  errorText: '你输入的内容已保留在这个浏览器里。请重试；如果一直这样，请稍后再来。',
} satisfies Words<typeof en>
