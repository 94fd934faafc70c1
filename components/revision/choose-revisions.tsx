import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** Two numbers of versions to compare; a plain form, so that it needs no script. */
export function ChooseRevisions({ slug, current, from, to, view }: { slug: string; current: number; from: number; to: number; view?: string }) {
  const t = useTranslations('revisions.compare')
  return (
    <form action={`/articles/${slug}/revisions`} aria-label={t('choose')} className="flex flex-wrap items-end gap-3 text-[13.5px]">
      <Number name="from" label={t('from')} value={from} current={current} />
      <Number name="to" label={t('to')} value={to} current={current} />
      {view && <input type="hidden" name="view" value={view} />}
      <Button type="submit" size="small">
        {t('submit')}
      </Button>
    </form>
  )
}

function Number({ name, label, value, current }: { name: string; label: string; value: number; current: number }) {
  return (
    <label className="grid gap-1 text-soft">
      {label}
      <input
        type="number"
        name={name}
        defaultValue={value}
        min={1}
        max={current}
        required
        className="min-h-8 w-24 rounded-md border border-line bg-sheet px-2 text-base text-ink tabular-nums"
      />
    </label>
  )
}
