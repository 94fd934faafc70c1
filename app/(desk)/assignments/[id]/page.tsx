import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import '@/app/reader.css'
import { ArticleReader } from '@/components/article/article-reader'
import { AssignmentBegin } from '@/components/classroom/assignment-begin'
import { AssignmentOverview } from '@/components/classroom/assignment-overview'
import { AssignmentSight } from '@/components/classroom/assignment-sight'
import { AssignmentTask } from '@/components/classroom/assignment-task'
import type { SignedIn } from '@/lib/domain/viewer'
import { hasKey } from '@/lib/server/answer-key-reading'
import { readSight } from '@/lib/server/assignment-sight'
import { readAssignment, type AssignmentView, type OwnPart } from '@/lib/server/assignment-view'
import { readBoard } from '@/lib/server/board'
import { readLayerNow } from '@/lib/server/layer-reading'
import { mayFollow } from '@/lib/server/live'
import { siteAddress } from '@/lib/server/site-address'
import { openAssignment } from './open-assignment'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await openAssignment((await params).id)).view.title, robots: { index: false } }
}

export default async function AssignmentPage({ params }: Props) {
  const { viewer, view } = await openAssignment((await params).id)
  if (view.own) return <StudentPage viewer={viewer} view={view} own={view.own} />
  const [board, there] = await Promise.all([readBoard(viewer, view.id), hasKey(viewer, view.id)])
  return <AssignmentOverview assignment={view} counts={board?.counts ?? null} hasKey={there} address={`${siteAddress()}/assignments/${view.id}`} />
}

async function StudentPage({ viewer, view, own: asked }: { viewer: SignedIn; view: AssignmentView; own: OwnPart }) {
  // Read before the work is: what comes between is drawn once more, and never missed.
  const [t, sight] = [await getTranslations('assignment.shut'), (await readSight(viewer, view.id)) ?? '']
  const work = readWork(viewer, view)
  // Their first sight of others' work decides whether they may take theirs back.
  const own = asked.seesOthers && !asked.seen && (await work) ? ((await readAssignment(viewer, view.id))?.own ?? asked) : asked
  const { layer, article, revision, gate, gateFlags } = view
  const why = whyShut(own)
  const shut = view.class.archived ? t('archived') : why && t(why)
  return (
    <ArticleReader
      viewer={viewer}
      article={{ ...article, layer }}
      revision={revision}
      annotations={work}
      task={{ labels: view.labels, shut }}
      words={['assignment', 'classroom']}
      head={
        <>
          {own.work.started === null && own.shut === null && <AssignmentBegin assignmentId={view.id} />}
          <AssignmentTask assignment={view} own={own} viewerId={viewer.id} shut={shut} />
          <AssignmentSight assignmentId={view.id} sight={sight} ownFlags={gate === 'own-flags' ? gateFlags : null} />
        </>
      }
    />
  )
}

/** Which sentence says why nothing can be changed now; null where it can. */
function whyShut({ shut, work, kept }: OwnPart) {
  if (shut === 'over' && work.submitted === null) return 'overEmpty'
  return shut === 'handed-in' && kept !== null ? finals[kept] : shut
}

const finals = { due: 'final', seen: 'seen', projected: 'projected' } as const

/** What the student may see of the work now. News of it is followed only by who sees all of it, under real names. */
async function readWork(viewer: SignedIn, { layer, revision }: AssignmentView) {
  const [reading, follows] = await Promise.all([readLayerNow(viewer, layer.id, revision.number), mayFollow(viewer, layer.id)])
  return reading && { ...reading, current: revision.number, cursor: follows ? reading.cursor : null }
}
