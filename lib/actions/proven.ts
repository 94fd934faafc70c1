import { formerPassword } from '@/lib/domain/password'
import { refuse, type Result } from '@/lib/domain/problem'
import { requireProof } from '@/lib/server/proof'
import { currentSession } from '@/lib/server/session'

/** Lets a form through whose person signed in just now, or gave their password again in its field `proof`. */
export async function proven(form: FormData): Promise<Result<void>> {
  const given = formerPassword.safeParse(form.get('proof') ?? '')
  return given.success ? requireProof(await currentSession(), given.data) : refuse('passwordWrong', 'proof')
}
