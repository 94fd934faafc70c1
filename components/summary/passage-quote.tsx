import Link from 'next/link'

/** More than this of a passage is read in its place. */
const most = 260

/** A passage in its own language, leading to where it stands. */
export function PassageQuote(props: { slug: string; language: string; start: number; end: number; quote: string }) {
  const { slug, language, start, end, quote } = props
  const characters = [...quote.trim()]
  const words = characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('')
  return (
    <blockquote lang={language} dir="auto" className="font-serif text-[18px] leading-[1.65] print:text-[13px]">
      <Link
        href={`/articles/${slug}#t=${start}-${end}`}
        prefetch={false}
        className="no-underline hover:underline hover:decoration-rule"
      >
        {words}
      </Link>
    </blockquote>
  )
}
