'use client'

import { useState, useSyncExternalStore } from 'react'
import type { LanguageChoice } from '@/components/article/details-fields'
import { useKeptBeginning } from '@/components/kept/use-kept-beginning'
import type { Editing } from '@/lib/server/drafts'
import { EditForm } from './edit-form'
import { openKeptDetails } from './kept-details'
import { openKeptEdit } from './kept-edit'

const never = () => () => {}

type Props = { article: Editing; languages: LanguageChoice[] }

/** The page that edits an article: what this browser kept comes before the draft on the server, that before the version. */
export function EditArticle({ article, languages }: Props) {
  const [kept] = useState(() => openKeptEdit(article.id))
  const edit = useSyncExternalStore(never, kept, () => null)
  const [round, setRound] = useState(0)
  const details = useKeptBeginning(() => openKeptDetails(article.id))
  const begun = round > 0 ? null : (edit ?? article.draft)
  return (
    <EditForm
      key={`${round}-${edit !== null}-${details.key}`}
      article={article}
      languages={languages}
      begun={begun}
      onlyHere={begun !== null && edit !== null}
      known={round > 0 ? null : (article.draft?.updatedAt ?? null)}
      details={round > 0 ? null : details.restored}
      kept={details.kept}
      startOver={() => setRound(round + 1)}
    />
  )
}
