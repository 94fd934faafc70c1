/** A key of the keyboard, as printed on a label or in a list of shortcuts. */
export function KeyCap({ children }: { children: string }) {
  return (
    <kbd className="inline-grid min-w-[1.5em] place-items-center rounded border border-rule bg-paper px-1 font-sans text-[11px] leading-[1.5] font-semibold text-soft">
      {children}
    </kbd>
  )
}
