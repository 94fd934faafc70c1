import { answerKeys } from '@/lib/server/lti/keys-door'

export const dynamic = 'force-dynamic'

export const GET = () => answerKeys()
