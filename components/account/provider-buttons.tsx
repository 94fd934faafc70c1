'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** Signing in elsewhere: one button for each provider that is set up, nothing where there is none. */
export function ProviderButtons({ providers, next }: { providers: { id: string; name: string }[]; next: string }) {
  const t = useTranslations('account')
  const [busy, setBusy] = useState<string | null>(null)
  if (providers.length === 0) return null
  // Loaded when it is wanted: few people sign in this way, and the page is ready sooner.
  const go = async (id: string) => {
    setBusy(id)
    const { signIn } = await import('next-auth/react')
    await signIn(id, { callbackUrl: next })
  }
  return (
    <div className="mt-6 grid gap-3">
      <p className="flex items-center gap-3 text-sm text-soft before:h-px before:flex-1 before:bg-rule after:h-px after:flex-1 after:bg-rule">
        {t('or')}
      </p>
      {providers.map(({ id, name }) => (
        <Button key={id} onClick={() => void go(id)} aria-busy={busy === id}>
          {busy === id ? t('wait') : t('with', { provider: name })}
        </Button>
      ))}
    </div>
  )
}
