/**
 * The people of the demo. Printed at the start of `npm run demo`, which runs before anything is installed: plain
 * JavaScript, no imports. Ids are fixed so that a second seed finds the same people.
 */
export const demoAccounts = [
  {
    id: 'a470010a-fb60-4f60-ba63-740b7c9cf5e8',
    name: 'Ingrid Solheim',
    email: 'ingrid.solheim@example.org',
    password: 'harbour-lamp-morning',
    role: 'member',
    locale: 'en',
    what: 'teaches Mandarin and media literacy; flags nearly everything in English',
  },
  {
    id: '85993219-75fa-4585-90b4-95da7b37e01c',
    name: '陳怡君',
    email: 'chen.yichun@example.org',
    password: 'teapot-window-ledger',
    role: 'member',
    locale: 'zh-Hant',
    what: 'fact-checker; looks for the document behind the sentence',
  },
  {
    id: '730a5e16-9c0f-496c-8b26-814fd11cef89',
    name: 'Samuel Adeyemi',
    email: 'samuel.adeyemi@example.org',
    password: 'cedar-bicycle-noon',
    role: 'moderator',
    locale: 'en',
    what: 'moderator; reads Chinese since his years as a student in Taiwan',
  },
  {
    id: '358a2e5e-e7cd-40f6-8d5f-0dcd31611e2f',
    name: '林柏翰',
    email: 'lin.pohan@example.org',
    password: 'mango-umbrella-station',
    role: 'member',
    locale: 'zh-Hant',
    what: 'student of journalism, second year',
  },
  {
    id: '2153ffbc-a59a-4de9-8c91-b608bafbbd00',
    name: 'Grace Tan',
    email: 'grace.tan@example.org',
    password: 'gravel-orchid-ferry',
    role: 'member',
    locale: 'en',
    what: 'civil engineer, at home in both languages',
  },
  {
    id: '1dea0868-89fb-44aa-8c8b-cf91ecf8c809',
    name: '顾晓彤',
    email: 'gu.xiaotong@example.org',
    password: 'lantern-river-pencil',
    role: 'member',
    locale: 'zh-Hans',
    what: 'retired copy editor; flags little in English and is certain of it',
  },
  {
    id: '63a5a605-d515-4c7d-8aa5-b851a66a4d90',
    name: 'Noor Haddad',
    email: 'noor.haddad@example.org',
    password: 'granite-violin-attic',
    role: 'admin',
    locale: 'en',
    what: 'administrator; keeps the place running and flags nothing',
  },
]
