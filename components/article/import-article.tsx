'use client'

import { useState } from 'react'
import { attempt } from '@/components/form/attempt'
import { pageOwner } from '@/components/kept/owner'
import { cancelImport } from '@/lib/actions/imports'
import type { ImportView } from '@/lib/server/imports'
import type { LanguageChoice } from './details-fields'
import { ImportProgress } from './import-progress'
import { ImportStopped } from './import-stopped'
import { ImportedForm } from './imported-form'
import { isUnderWay, useImport } from './use-import'

/** An article on its way in: first how far it has come, then what was read, or why nothing was. */
export function ImportArticle({ begun, languages }: { begun: ImportView; languages: LanguageChoice[] }) {
  const { view, missed, set } = useImport(begun)
  const [cancelling, setCancelling] = useState(false)
  const cancel = async () => {
    setCancelling(true)
    const answer = await attempt(() => cancelImport({ id: view.id, reader: pageOwner() }))
    if (answer?.ok) set({ ...view, state: 'cancelled' })
    else setCancelling(false)
  }
  if (isUnderWay(view)) return <ImportProgress view={view} missed={missed} cancelling={cancelling} cancel={() => void cancel()} />
  if (view.state === 'ready' && view.result) return <ImportedForm view={view} result={view.result} languages={languages} />
  return <ImportStopped view={view} />
}
