import type { Words } from '../words'
import type { zones as en } from '../en/zones'

/** Time zones by the city most people know them by. */
export const zones = {
  named: '{name}（{offset}）',
  names: {
    'Asia/Taipei': '台北',
    'Asia/Hong_Kong': '香港',
    'Asia/Macau': '澳門',
    'Asia/Shanghai': '上海',
    'Asia/Singapore': '新加坡',
    'Asia/Kuala_Lumpur': '吉隆坡',
    'Asia/Tokyo': '東京',
    'Asia/Seoul': '首爾',
    'Asia/Kolkata': '加爾各答',
    'Europe/London': '倫敦',
    'Europe/Paris': '巴黎',
    'Europe/Berlin': '柏林',
    'America/New_York': '紐約',
    'America/Chicago': '芝加哥',
    'America/Denver': '丹佛',
    'America/Los_Angeles': '洛杉磯',
    'America/Sao_Paulo': '聖保羅',
    'Africa/Johannesburg': '約翰尼斯堡',
    'Australia/Sydney': '雪梨',
    'Pacific/Auckland': '奧克蘭',
    'UTC': '世界協調時間（UTC）',
  },
} satisfies Words<typeof en>
