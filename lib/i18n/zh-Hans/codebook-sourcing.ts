import type { codebookSourcing as en } from '../en/codebook-sourcing'
import type { Words } from '../words'

export const codebookSourcing = {
  'named-person': {
    name: '实名人士',
    definition: '文中写出了说话人、当事人或目击者的姓名，读者可以去核实。',
    example: '“火车还没到，桥就晃起来了。”开早班公交的司机沈雁秋说。',
    counterExample: '“桥早就晃起来了。”站台上一位大妈说。（没有姓名）',
  },
  'organisation-statement': {
    name: '机构声明',
    definition: '公司、机关或团体以单位名义表态，文中写明了是哪一家。',
    example: '港口装卸工会发布通报称，与资方的谈判已经破裂。',
    counterExample: '据悉，工人方面对谈判结果颇有怨言。',
  },
  'official-document-or-data': {
    name: '官方文件或数据',
    definition: '信息出自政府等公共部门发布的法规、判决书、登记、预算或统计数据。',
    example: '根据市财政局公布的年度预算，防洪墙项目安排资金1400万元。',
    counterExample: '市长随口估算，修防洪墙大概要花1400万元。',
  },
  'study-or-poll': {
    name: '研究或调查',
    definition: '引用了研究或调查，并写明是谁做的，读者能找到原始结果。',
    example: '北泽大学调查了1204名初中生，六成人每天睡眠不足七小时。',
    counterExample: '有研究表明，青少年普遍缺觉。',
  },
  'link-or-citation': {
    name: '链接或引注',
    definition: '给出链接、脚注或文献标题，读者可以直接找到原始材料。',
    example: '会议记录全文见市档案馆网站第七号文件，链接附后。',
    counterExample: '网上相关讨论很多，大家可以自行搜索。',
  },
  'other-media': {
    name: '转引其他媒体',
    definition: '内容来自别的报纸、电视台或新闻网站的报道，不是自己采访得来的。',
    example: '据《潮声晚报》周二报道，这家工厂将于五月关停。',
    counterExample: '厂长周柏年向本报记者证实，工厂将于五月关停。',
  },
  'social-media-post': {
    name: '社交媒体帖子',
    definition: '信息来自某个账号在社交平台上发布的帖子、评论或视频。',
    example: '守门员在个人认证账号上写道：“膝盖没事，周六见。”',
    counterExample: '网上都在传守门员膝盖受伤了。',
  },
  'unnamed-described': {
    name: '匿名但有说明',
    definition: '没有写出姓名，但交代了对方的身份或处境，看得出这个人为什么了解情况。',
    example: '一名当晚在该病区值班的护士说，有两台报警器被人关掉了。',
    counterExample: '有消息称，有两台报警器被人关掉了。',
  },
  'unnamed-bare': {
    name: '匿名且无说明',
    definition: '只写“有人表示”，既没说是谁，也没说那个人是怎么知道的。',
    example: '知情人士透露，部长周五之前就会下台。',
    counterExample: '两名不愿具名的部长办公室工作人员说，部长周五之前就会下台。',
  },
  'author-observation': {
    name: '作者亲历',
    definition: '作者就在现场，写的是自己看到、听到或测到的情况。',
    example: '记者六点赶到时，水已经漫过第二级台阶。',
    counterExample: '那天早上，全村人都觉得自己被遗忘了。（心情是看不见的）',
  },
  'common-knowledge': {
    name: '常识',
    definition: '几乎人人都知道，或者随手就能查到，用不着注明来源。',
    example: '二月是一年里最短的月份。',
    counterExample: '谁都知道，交通事故大多要怪骑车的人。',
  },
  'missing-source': {
    name: '未交代来源',
    definition: '提出了需要依据的说法，却完全没有交代出处。',
    example: '老街上八成的店铺熬不过这个冬天。',
    counterExample: '商户协会的问卷显示，老街八成店铺担心熬不过这个冬天。',
  },
} satisfies Words<typeof en>
