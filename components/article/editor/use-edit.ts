'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { detailsOfText, textOfDetails } from '@/components/article/details-text'
import { answerTo } from '@/components/form/attempt'
import type { Beginning } from '@/components/kept/beginning'
import { pageOwner } from '@/components/kept/owner'
import { saveArticle } from '@/lib/actions/articles'
import { dropDraft } from '@/lib/actions/drafts'
import type { Problem } from '@/lib/domain/problem'
import type { Editing } from '@/lib/server/drafts'
import type { Saved } from '@/lib/server/revisions'
import { editRecord, type Edit } from './edit-record'
import type { KeptDetails } from './kept-details'
import type { KeptEdit } from './kept-edit'
import { useDraftKeeper } from './use-draft-keeper'

/** What an edit begins with: nothing, or a draft that the server knows as `known`, or one that is `onlyHere`. */
export type Begun = { article: Editing; begun: KeptEdit | null; onlyHere: boolean; known: string | null; details: KeptDetails | null; kept: Beginning<KeptDetails> }

/** An edit of an article from its beginning to its save, with all that can come between: drafts, refusals, other people. */
export function useEdit({ article, begun, onlyHere, known, details: begunDetails, kept }: Begun) {
  const [settled, setSettled] = useState(() => begunDetails?.now ?? textOfDetails(article.details))
  const [details, setDetails] = useState(settled)
  const [knownDetails, setKnownDetails] = useState<Partial<ReturnType<typeof detailsOfText>>>(() => begunDetails?.known ?? detailsOfText(settled))
  useEffect(() => {
    if (details !== settled) kept.keep({ now: details, known: knownDetails })
  }, [details, settled, knownDetails, kept])
  const [record] = useState(() => editRecord(begun ? begun.replaced : []))
  const start = begun?.document ?? article.document
  const [read, setRead] = useState<() => Edit>(() => () => ({ document: start, replaced: record.read(start) }))
  const [saving, setSaving] = useState(false)
  const [saved, setSaved] = useState<(Saved & { before: number }) | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  /** How often it turned out that somebody saved a newer version, since that was last decided about. */
  const [behind, setBehind] = useState(begun !== null && begun.baseRevision < article.revision ? 1 : 0)
  const [onTopOf, setOnTopOf] = useState<number | null>(null)
  const router = useRouter()
  const { keeper, status } = useDraftKeeper({
    articleId: article.id,
    baseRevision: begun?.baseRevision ?? article.revision,
    known,
    unsent: onlyHere ? begun : null,
  })

  const save = async () => {
    if (saving) return
    setSaving(true)
    setSaved(null)
    await keeper.settle()
    const before = keeper.base()
    const sent = detailsOfText(details)
    const edit = read()
    record.sent()
    const answer = await answerTo(() => saveArticle({ reader: pageOwner(), id: article.id, baseRevision: before, ...edit, details: sent, known: knownDetails }))
    setSaving(false)
    // What waited for the save goes on as a draft.
    if (!answer.ok) void keeper.flush()
    if (!answer.ok) return refused(answer.problems)
    record.saved()
    keeper.saved(answer.value.number)
    setKnownDetails(sent)
    setSettled(details)
    kept.forget()
    setProblems([])
    setOnTopOf(null)
    setSaved({ ...answer.value, before })
    router.refresh()
  }
  const refused = (all: Problem[]) => {
    setProblems(all.filter(({ code }) => code !== 'conflict'))
    if (all.some(({ code }) => code === 'conflict')) setBehind(behind + 1)
    // Whoever saves once more has read what the field says by now.
    const told = new Set(all.flatMap(({ code, path }) => (code === 'detailChanged' ? [path] : [])))
    setKnownDetails((now) => Object.fromEntries(Object.entries(now).filter(([name]) => !told.has(`details.${name}`))))
  }
  const goOn = (revision: number) => {
    keeper.baseOn(revision)
    record.rebased()
    keeper.changed(read)
    setBehind(0)
    setOnTopOf(revision)
    router.refresh()
  }
  const discard = async (after: () => void) => {
    await keeper.settle()
    const answer = await answerTo(() => dropDraft({ id: article.id, reader: pageOwner() }))
    if (!answer.ok) return setProblems(answer.problems)
    keeper.begin(article.revision)
    kept.forget()
    after()
  }
  const change = (reader: () => Edit) => {
    setRead(() => reader)
    setSaved(null)
    keeper.changed(reader)
  }
  const write = (part: Partial<typeof details>) => setDetails((all) => ({ ...all, ...part }))
  return { start, details, write, record, read, change, save, saving, saved, problems, behind, onTopOf, goOn, discard, keeper, status }
}
