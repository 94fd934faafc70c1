import { useTranslations } from 'next-intl'
import { CodeBlock } from './code-block'

/** Requests to begin with, for a terminal. */
export function Examples({ site }: { site: string }) {
  const t = useTranslations('developers')
  const all = [
    ['exampleRead', `curl "${site}/api/v1/articles?q=ferry&limit=5"`],
    [
      'exampleCreate',
      `curl "${site}/api/v1/articles" \\
  -H "Authorization: Bearer $GLOSS_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{ "title": "Ferries stop for two days",
        "content": { "format": "markdown",
                     "body": "Critics called it **shameless**." } }'`,
    ],
    [
      'exampleAnnotate',
      `curl "${site}/api/v1/layers/$LAYER/annotations/" \\
  -H "Authorization: Bearer $GLOSS_TOKEN" \\
  -H "Content-Type: application/ld+json" \\
  -d '{ "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "body": { "type": "TextualBody", "purpose": "tagging",
                  "value": "framing:loaded-language" },
        "target": { "source": "'"$ARTICLE"'",
                    "selector": { "type": "TextQuoteSelector",
                                  "exact": "shameless" } } }'`,
    ],
    ['exampleFollow', `curl -N "${site}/api/v1/layers/$LAYER/events"`],
  ] as const
  return all.map(([key, lines]) => (
    <div key={key}>
      <p>{t(key)}</p>
      <CodeBlock label={t(key)}>{lines}</CodeBlock>
    </div>
  ))
}
