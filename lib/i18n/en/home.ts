export const home = {
  title: 'Read the news together, and take it apart',
  lead: 'Highlight a passage and ask three questions of it. Then see what other readers found, and how far you agree.',
  signUp: 'Create a free account',
  browse: 'Open the library',
  newArticle: 'Add an article',
  exampleLabel: 'How a flagged sentence looks',
  example: '<fact><named>The harbour office counted 312 empty berths in May,</named></fact> and <opinion><framing>nobody with eyes in their head</framing> believes they will ever fill again.</opinion>',
  exampleNote: 'Three signs add up over the same words: a tint for the kind of statement, a line for its source, a wave for persuasion.',
  newest: 'Newest articles',
  all: 'All articles',
  none: 'No article is open to everybody yet.',
}
