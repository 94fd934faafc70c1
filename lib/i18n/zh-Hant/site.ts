import type { Words } from '../words'
import type { site as en } from '../en/site'

export const site = {
  name: 'Gloss',
  tagline: '一起讀新聞，一起拆解新聞。',
  skipToContent: '跳到主要內容',
  navigation: '主選單',
  library: '文庫',
  classes: '班級',
  newArticle: '新增文章',
  settings: '設定',
  signIn: '登入',
  signOut: '登出',
  signedInAs: '已登入：{name}',
  accountMenu: '帳號',
  language: '語言',
  theme: '外觀',
  themes: { system: '跟隨系統', light: '淺色', dark: '深色' },
  cancel: '取消',
  close: '關閉',
  retry: '再試一次',
  home: '回首頁',
  notFoundTitle: '這個網址沒有內容',
  notFoundText: '它可能已被移除，或是不公開，而你還沒有以可檢視的帳號登入。',
  errorTitle: '我們這邊出了點問題',
  errorText: '你輸入的內容已保留在這個瀏覽器裡。請再試一次；若持續發生，請稍後再來。',
} satisfies Words<typeof en>
