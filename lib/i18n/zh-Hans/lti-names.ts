import type { ltiNames as en } from '../en/lti-names'
import type { Words } from '../words'

export const ltiNames = {
  student: '学生',
  staff: '教师',
} satisfies Words<typeof en>
