import Link from 'next/link'
import { repairAddress } from './revision-address'

/** The way to flags that wait for somebody to look after them, as a line that can be seen and passed over. */
export function RepairLink({ slug, label }: { slug: string; label: string }) {
  return (
    <p className="mb-6 border-l-[3px] border-opinion bg-sheet px-4 py-2.5 print:hidden">
      <Link href={repairAddress(slug)} className="font-medium underline">
        {label}
      </Link>
    </p>
  )
}
