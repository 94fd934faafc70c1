import type { ltiNames as en } from '../en/lti-names'
import type { Words } from '../words'

export const ltiNames = {
  student: '學生',
  staff: '教師',
} satisfies Words<typeof en>
