'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState, useTransition, type FormEvent } from 'react'
import { answerTo } from '@/components/form/attempt'
import { openBeginning, type Beginning } from '@/components/kept/beginning'
import { pageOwner } from '@/components/kept/owner'
import { useKeptBeginning } from '@/components/kept/use-kept-beginning'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { importAnnotations, previewImport } from '@/lib/actions/annotation-imports'
import type { Codebook, Dimension } from '@/lib/domain/codebook/codebook'
import type { LabelMapping } from '@/lib/domain/formats/exchange'
import { guessFormat } from '@/lib/domain/formats/guess-format'
import { importLimits, type ImportPreview as Preview, type ImportRequest } from '@/lib/domain/formats/import-request'
import { refuse, type Problem } from '@/lib/domain/problem'
import { ImportDone } from './import-done'
import { ImportPreview } from './import-preview'
import { ImportSource, type Source } from './import-source'
import { problemPlace } from './problem-place'
import { readTextFile } from './read-text-file'

const blank: Source = { way: 'upload', fileName: '', uploaded: '', pasted: '', format: '' }
type Props = { slug: string; language: string; layer: { id: string; codebook: Codebook } }

/**
 * Imports annotations in three steps: a file, what would become of it, what became of it. The browser keeps the file and
 * sends it twice, so that nothing lies on the server in between. What was pasted is kept there until it is brought in.
 */
export function ImportAnnotations(props: Props) {
  const { key, restored, kept } = useKeptBeginning(() => openBeginning('import', `annotations/${props.layer.id}`, (value) => (typeof value === 'string' ? value : null)))
  return <Steps key={key} {...props} begun={restored ?? ''} kept={kept} />
}

function Steps({ slug, language, layer, begun, kept }: Props & { begun: string; kept: Beginning<string> }) {
  const t = useTranslations('exchange.import')
  const [source, setSource] = useState<Source>(begun === '' ? blank : { ...blank, way: 'paste', pasted: begun })
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [preview, setPreview] = useState<Preview | null>(null)
  const [mapping, setMapping] = useState<LabelMapping>({})
  const [created, setCreated] = useState<number | null>(null)
  const [looking, startLooking] = useTransition()
  const [bringing, startBringing] = useTransition()
  // A file that is read later than the next one was chosen is not it.
  const latest = useRef<File | undefined>(undefined)

  const text = source.way === 'upload' ? source.uploaded : source.pasted
  const guess = text === '' ? null : guessFormat(source.way === 'upload' ? source.fileName : '', text.slice(0, 20_000))
  const format = source.format || guess || ''

  const change = (next: Partial<Source>) => {
    setSource((all) => ({ ...all, ...next }))
    if (next.pasted !== undefined) kept.keep(next.pasted)
    if (next.pasted === '') kept.forget()
    setPreview(null)
    setProblems([])
  }
  const chosen = async (file: File | undefined) => {
    latest.current = file
    change({ fileName: file?.name ?? '', uploaded: '' })
    const read = file && (await readTextFile(file))
    if (!read || latest.current !== file) return
    if (read.ok) change({ uploaded: read.value })
    else setProblems(read.problems)
  }
  const request = (more: Pick<ImportRequest, 'mapping' | 'partial'>) => ({ reader: pageOwner(), layerId: layer.id, format, text, ...more })
  const look = (event: FormEvent) => {
    event.preventDefault()
    const wrong = text.trim() === '' ? refuse('fileEmpty') : new Blob([text]).size > importLimits.bytes ? refuse('fileTooLarge', '', { limit: importLimits.bytes }) : null
    setPreview(null)
    if (wrong) return setProblems(wrong.problems)
    startLooking(async () => {
      const seen = await answerTo(() => previewImport(request({ mapping: {}, partial: false })))
      setProblems(seen.ok ? [] : seen.problems)
      if (!seen.ok) return
      setMapping(Object.fromEntries(seen.value.labels.filter(({ ref }) => ref === null).map(({ name, suggested }) => [name, suggested])))
      setPreview(seen.value)
    })
  }
  const bring = () =>
    startBringing(async () => {
      const done = await answerTo(() => importAnnotations(request({ mapping, partial: (preview?.refused ?? 0) > 0 })))
      setProblems(done.ok ? [] : done.problems)
      if (!done.ok) return
      kept.forget()
      setCreated(done.value.created)
    })

  if (created !== null) {
    const again = () => {
      setCreated(null)
      change(blank)
    }
    return <ImportDone slug={slug} created={created} again={again} />
  }
  return (
    <div className="grid gap-8">
      <form onSubmit={look} noValidate className="grid gap-6">
        <ImportSource source={source} change={change} chosen={(file) => void chosen(file)} guess={guess} error={null} />
        <Problems problems={problems} />
        <div>
          <Button type="submit" variant={preview ? 'plain' : 'primary'} aria-busy={looking}>
            {looking ? t('looking') : t('look')}
          </Button>
        </div>
      </form>
      {preview && (
        <ImportPreview
          preview={preview}
          language={language}
          codebook={layer.codebook}
          mapping={mapping}
          choose={(name, meaning) => setMapping((all) => ({ ...all, [name]: meaningOf(meaning) }))}
          bring={bring}
          bringing={bringing}
        />
      )}
    </div>
  )
}

/** What is wrong with the file as a whole, or came between. */
function Problems({ problems }: { problems: readonly Problem[] }) {
  const t = useTranslations('exchange.import')
  const text = useProblemText()
  if (problems.length === 0) return null
  return (
    <Notice tone="error">
      {problems.slice(0, 5).map((problem, i) => {
        const { kind, number } = problemPlace(problem.path)
        return (
          <p key={i}>
            {kind !== 'file' && <strong className="font-semibold">{t(`where.${kind}`, { number })} · </strong>}
            {text(problem)}
          </p>
        )
      })}
    </Notice>
  )
}

function meaningOf(value: string): LabelMapping[string] {
  const [dimension, label] = value.split(':')
  return label === undefined ? null : { dimension: dimension as Dimension, label }
}
