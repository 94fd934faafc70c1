'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { pageOwner } from '@/components/kept/owner'
import { Button } from '@/components/ui/button'
import { sayReadAll } from '@/lib/actions/full-readings'

/** At the end of the text: says that one has read it all, so that one counts in the agreement of its readers; can be taken back. */
export function ReadItAll({ layerId, said }: { layerId: string; said: boolean }) {
  const t = useTranslations('reader.readAll')
  const [state, action, pending] = useActionState(sayReadAll, { said, failed: false })
  return (
    <form action={action} className="mt-8 grid justify-items-start gap-2 border-t border-rule pt-5 print:hidden" onSubmit={(event) => signed(event.currentTarget)}>
      <input type="hidden" name="reader" />
      <input type="hidden" name="layerId" value={layerId} />
      <input type="hidden" name="said" value={state.said ? 'no' : 'yes'} />
      <p role="status" className="max-w-[40em] text-[14px] text-soft">
        {t(state.failed ? 'failed' : state.said ? 'thanks' : 'why')}
      </p>
      <Button type="submit" disabled={pending}>
        {t(state.said ? 'undo' : 'say')}
      </Button>
    </form>
  )
}

/** A page says for whom it was made: somebody else may have signed in meanwhile. */
function signed(form: HTMLFormElement): void {
  const field = form.elements.namedItem('reader')
  if (field instanceof HTMLInputElement) field.value = pageOwner()
}
