/** Lines for a terminal; long ones are scrolled, by keyboard too. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    <pre
      tabIndex={0}
      role="region"
      aria-label={label}
      lang="en"
      dir="ltr"
      className="mt-2 mb-6 overflow-x-auto rounded-md border border-rule bg-sheet px-4 py-3 font-mono text-[13px] leading-relaxed"
    >
      <code>{children}</code>
    </pre>
  )
}
