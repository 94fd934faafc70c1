import type { Words } from '../words'
import type { zones as en } from '../en/zones'

/** Time zones by the city most people know them by. */
export const zones = {
  named: '{name}（{offset}）',
  names: {
    'Asia/Taipei': '台北',
    'Asia/Hong_Kong': '香港',
    'Asia/Macau': '澳门',
    'Asia/Shanghai': '上海',
    'Asia/Singapore': '新加坡',
    'Asia/Kuala_Lumpur': '吉隆坡',
    'Asia/Tokyo': '东京',
    'Asia/Seoul': '首尔',
    'Asia/Kolkata': '加尔各答',
    'Europe/London': '伦敦',
    'Europe/Paris': '巴黎',
    'Europe/Berlin': '柏林',
    'America/New_York': '纽约',
    'America/Chicago': '芝加哥',
    'America/Denver': '丹佛',
    'America/Los_Angeles': '洛杉矶',
    'America/Sao_Paulo': '圣保罗',
    'Africa/Johannesburg': '约翰内斯堡',
    'Australia/Sydney': '悉尼',
    'Pacific/Auckland': '奥克兰',
    'UTC': '协调世界时（UTC）',
  },
} satisfies Words<typeof en>
