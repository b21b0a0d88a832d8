/** @typedef {import('./layer.mjs').Layer} Layer */

const words = ['shared/ids.ts', 'shared/result.ts'];
// What lies in shared/policy itself, not in the folders below it.
const policy = 'shared/policy/*.ts';

/**
 * What is below knows nothing of what is above: barcodes, facts, deadlines, policy, messages, cases.
 * @type {readonly Layer[]}
 */
export const shared = [
  {
    files: [
      'shared/barcodes/lookup/carrierFormats.ts',
      'shared/barcodes/lookup/checkCarrierNumber.ts',
    ],
    may: ['shared/barcodes/lookup', 'shared/result.ts'],
    packages: ['ts-tracking-number'],
  },
  {
    files: 'shared/barcodes/lookup',
    may: ['shared/barcodes/lookup', 'shared/result.ts'],
    packages: [],
  },
  { files: 'shared/barcodes/gs1', may: ['shared/barcodes/gs1', 'shared/result.ts'], packages: [] },
  { files: 'shared/barcodes', may: ['shared/barcodes', 'shared/result.ts'], packages: [] },
  {
    files: 'shared/facts',
    may: ['shared/facts', 'shared/barcodes/lookup', 'shared/barcodes/rawLimit.ts', ...words],
    packages: ['zod'],
  },
  {
    files: 'shared/deadlines',
    may: ['shared/deadlines', 'shared/facts', ...words],
    packages: ['temporal-polyfill'],
  },

  { files: policy, may: [policy, 'shared/deadlines', 'shared/facts', ...words], packages: [] },
  {
    files: 'shared/policy/reading',
    may: ['shared/policy/reading', policy, 'shared/deadlines', 'shared/facts', ...words],
    packages: [],
  },
  ...['clauses', 'sampling'].map((room) => ({
    files: `shared/policy/${room}`,
    may: [`shared/policy/${room}`, 'shared/policy/reading', policy, 'shared/facts', ...words],
    packages: [],
  })),
  {
    files: 'shared/policy/decide',
    may: [
      'shared/policy/decide',
      'shared/policy/clauses',
      'shared/policy/sampling',
      'shared/policy/reading',
      policy,
      'shared/deadlines',
      'shared/facts',
      ...words,
    ],
    packages: [],
  },
  // What would have to be otherwise, for the verdict to be: it decides over and over.
  {
    files: 'shared/policy/explain',
    may: ['shared/policy', 'shared/facts', ...words],
    packages: [],
  },

  // What stations and central say to each other, and the page to the main process.
  { files: 'shared/sync', may: ['shared/sync', 'shared/facts', ...words], packages: ['zod'] },
  {
    files: 'shared/desktop',
    may: ['shared/desktop', 'shared/sync', 'shared/facts', ...words],
    packages: ['zod'],
  },

  // A case as its facts tell it; what is decided of it, and by whom; what may enter it.
  {
    files: 'shared/cases/reading',
    may: [
      'shared/cases/reading',
      policy,
      'shared/deadlines',
      'shared/facts',
      'shared/barcodes/lookup',
      ...words,
    ],
    packages: [],
  },
  {
    files: 'shared/cases/decisions',
    may: [
      'shared/cases/decisions',
      'shared/cases/reading',
      'shared/policy/decide',
      'shared/policy/reading',
      policy,
      'shared/deadlines',
      'shared/sync',
      'shared/facts',
      ...words,
    ],
    packages: ['@noble/hashes'],
  },
  // What a company says of itself, whichever way it comes in.
  {
    files: 'shared/office',
    may: [
      'shared/office',
      policy,
      'shared/deadlines',
      'shared/sync',
      'shared/facts',
      'shared/barcodes/gs1/checkDigit.ts',
      'shared/barcodes/rma',
      'shared/barcodes/lookup',
      ...words,
    ],
    packages: ['zod', '@noble/hashes'],
  },
  {
    files: 'shared/cases',
    may: ['shared/cases', policy, 'shared/facts', 'shared/barcodes/lookup', ...words],
    packages: [],
  },
  {
    files: 'shared/node/scryptThread.ts',
    may: ['shared/node/scryptSecret.ts'],
    packages: ['node', '@noble/hashes'],
  },
  // Once for central and for the main process. The rest of shared/ runs in the page as well.
  {
    files: 'shared/node',
    may: ['shared/node', 'shared/sync', 'shared/facts', ...words],
    packages: ['node', 'zod'],
  },
  // Photos by tus, from the page and from a rescue.
  { files: 'shared/upload', may: ['shared/upload'], packages: ['tus-js-client'] },
  { files: words, may: words, packages: ['zod'] },
];
