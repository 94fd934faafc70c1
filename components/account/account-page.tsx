import type { ReactNode } from 'react'
import { ClientWords } from '@/components/site/client-words'
import { Page, PageTitle } from '@/components/ui/page'

/** One narrow column with a form: what all pages of signing in look like. */
export function AccountPage(props: { title: ReactNode; lead?: ReactNode; children: ReactNode; foot?: ReactNode }) {
  return (
    <Page width="narrow">
      <PageTitle>{props.title}</PageTitle>
      {props.lead && <p className="-mt-4 mb-7 text-soft">{props.lead}</p>}
      <ClientWords sets={['account']}>{props.children}</ClientWords>
      {props.foot && <div className="mt-8 grid gap-1 border-t border-rule pt-4 text-[15px]">{props.foot}</div>}
    </Page>
  )
}
