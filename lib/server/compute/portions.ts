import 'server-only'

/** Some entries of a long list in an answer, which comes without them: `of` names its property, '' the answer itself. */
export type Portion = { portion: unknown[]; of: string }

type Answer = { ok: boolean; value?: unknown }

/** So many entries travel in one message: taking in more at once would keep the process that answers others from doing so. */
export const portionLength = 500

/** Sends the long lists of an accepted value, itself or its properties, one portion when the last was taken, and answers what is left of it. */
export async function inPortions(result: unknown, send: (portion: Portion) => Promise<void>): Promise<unknown> {
  const { ok, value } = result as Answer
  if (!ok || typeof value !== 'object' || value === null) return result
  if (Array.isArray(value)) return { ok, value: await emptied('', value, send) }
  if (Object.getPrototypeOf(value) !== Object.prototype) return result
  const left: [string, unknown][] = []
  for (const [name, part] of Object.entries(value as Record<string, unknown>)) left.push([name, Array.isArray(part) ? await emptied(name, part, send) : part])
  return { ok, value: Object.fromEntries(left) }
}

async function emptied(of: string, list: readonly unknown[], send: (portion: Portion) => Promise<void>): Promise<readonly unknown[]> {
  if (list.length <= portionLength) return list
  for (let at = 0; at < list.length; at += portionLength) await send({ portion: list.slice(at, at + portionLength), of })
  return []
}

/** Puts together again what `inPortions` sent: `add` takes the portions in their order, `whole` what came last. */
export function gather(): { add: (portion: Portion) => void; whole: (result: unknown) => unknown } {
  const lists = new Map<string, unknown[]>()
  return {
    add: ({ portion, of }) => {
      const list = lists.get(of) ?? []
      for (const entry of portion) list.push(entry)
      lists.set(of, list)
    },
    whole: (result) => {
      const { ok, value } = result as Answer
      if (lists.size === 0) return result
      const list = lists.get('')
      return { ok, value: list ?? { ...(value as object), ...Object.fromEntries(lists) } }
    },
  }
}
