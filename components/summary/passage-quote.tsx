import Link from 'next/link'

/** A passage in its own language, leading to where it stands. */
export function PassageQuote(props: { slug: string; language: string; start: number; end: number; quote: string }) {
  const { slug, language, start, end, quote } = props
  return (
    <blockquote lang={language} dir="auto" className="font-serif text-[18px] leading-[1.65]">
      <Link
        href={`/articles/${slug}#t=${start}-${end}`}
        prefetch={false}
        className="no-underline hover:underline hover:decoration-rule"
      >
        {elided(quote)}
      </Link>
    </blockquote>
  )
}

/** Marks what was cut: an end without a full stop of any kind, a beginning in lower case. */
function elided(quote: string): string {
  const before = /^\p{Ll}/u.test(quote) ? '…' : ''
  const after = /[.!?…。！？」』”’"'）)]$/u.test(quote) ? '' : /\p{Script=Han}$/u.test(quote) ? '……' : '…'
  return `${before}${quote}${after}`
}
