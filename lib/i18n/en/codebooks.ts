export const codebooks = {
  names: { reading: 'The reading codebook' },
  version: 'Version {version, number}',
  lead: 'What readers can say of a passage: {labels, number} labels, each an answer to one of three questions. A published version never changes, so a label always means what is written here.',
  example: 'Fits',
  counterExample: 'Does not fit',
  source: 'After',
  whole: 'All labels of this codebook',
  data: 'Programs that ask this address for application/ld+json are told the same as SKOS.',
}
