'use client'

import { useState, useSyncExternalStore } from 'react'
import type { LanguageChoice } from '@/components/article/details-fields'
import type { Editing } from '@/lib/server/drafts'
import { EditForm } from './edit-form'
import { openKeptEdit } from './kept-edit'

const never = () => () => {}

type Props = { article: Editing; languages: LanguageChoice[] }

/** The page that edits an article: what this browser kept comes before the draft on the server, that before the version. */
export function EditArticle({ article, languages }: Props) {
  const [kept] = useState(() => openKeptEdit(article.id))
  const edit = useSyncExternalStore(never, kept, () => null)
  const [round, setRound] = useState(0)
  const begun = round > 0 ? null : (edit ?? article.draft)
  return (
    <EditForm
      key={`${round}-${edit !== null}`}
      article={article}
      languages={languages}
      begun={begun}
      onlyHere={begun !== null && edit !== null}
      known={round > 0 ? null : (article.draft?.updatedAt ?? null)}
      startOver={() => setRound(round + 1)}
    />
  )
}
