/** @typedef {import('./layer.mjs').Layer} Layer */

import { react } from './layer.mjs';

/** What is to be seen of a return; `generic` knows of none. */
const components = 'renderer/components';
const generic = `${components}/generic`;
const marks = [`${generic}/marks`, `${generic}/keys`, `${generic}/*`];

/** All an application is made of. */
const parts = [
  'screens',
  'workflow',
  'actions',
  'recording',
  'station',
  'queries',
  'sync',
  'storage',
  'scanner',
  'session',
  'desktop',
  'components',
  'wording',
].map((room) => `renderer/${room}`);

/** Central's page: the station's look and words, and nothing of its database, its scans and its desktop. */
const office = ['renderer/office', components, 'renderer/wording', 'shared'];

/** @type {readonly Layer[]} */
export const renderer = [
  {
    files: 'renderer/office/main.tsx',
    may: ['renderer/office', 'renderer/app/parsing.ts', 'renderer/app/look.ts'],
    packages: ['react', 'react-dom'],
  },
  { files: 'renderer/office/signIn/qrCode.ts', may: [], packages: ['bwip-js'] },
  {
    files: 'renderer/office/form/PictureField.tsx',
    may: office,
    packages: [...react, '@noble/hashes'],
  },
  { files: 'renderer/office', may: office, packages: [...react, 'zod'] },
  // The page of the hidden window that prints: handed what to draw, it draws.
  { files: 'renderer/printing/drawSymbol.ts', may: ['shared'], packages: ['bwip-js'] },
  {
    files: 'renderer/printing',
    may: [
      'renderer/printing',
      'renderer/app/parsing.ts',
      'renderer/components/returns/annotations',
      'renderer/components/generic/chineseFont.css',
      'shared',
    ],
    packages: ['react', 'react-dom', '@fontsource-variable/inter', '@fontsource/ibm-plex-mono'],
  },
  {
    files: 'renderer/app/gallery',
    may: ['renderer/app/gallery', 'renderer/app/*', components, 'renderer/wording', 'shared'],
    packages: [...react, 'react-dom'],
  },
  {
    files: 'renderer/app/frame',
    may: ['renderer/app/frame', 'renderer/app/*', ...parts, 'shared', 'assets'],
    packages: [...react, '@tanstack/react-router'],
  },
  {
    files: 'renderer/app/*',
    may: ['renderer/app/*', ...parts, 'shared', 'assets'],
    packages: [...react, 'zod', '@fontsource-variable/inter', '@fontsource/ibm-plex-mono'],
  },
  {
    files: ['renderer/main.tsx', 'renderer/app/opening'],
    may: ['renderer/app', ...parts, 'shared', 'assets'],
    packages: [...react, 'react-dom'],
  },

  // Computed in a worker of the page, after what they explain is on the screen.
  {
    files: 'renderer/explanations',
    may: ['renderer/explanations', 'renderer/components/generic/afterPaint.ts', 'shared'],
    packages: ['react'],
  },

  { files: `${components}/returns/code128.ts`, may: [components], packages: ['bwip-js'] },
  {
    files: `${generic}/lists/useDrawnRows.ts`,
    may: [generic],
    packages: ['react', '@tanstack/react-virtual'],
  },
  {
    files: `${generic}/marks`,
    may: [...marks, 'renderer/wording', 'shared/result.ts', 'assets'],
    packages: react,
  },
  { files: `${generic}/keys`, may: [...marks, 'renderer/wording'], packages: react },
  {
    files: `${generic}/fields`,
    may: [`${generic}/fields`, ...marks, 'renderer/wording'],
    packages: react,
  },
  {
    files: generic,
    may: [generic, 'renderer/wording', 'assets'],
    packages: react,
  },
  {
    files: components,
    may: [components, 'renderer/wording', 'shared', 'assets'],
    packages: react,
  },
  {
    files: 'renderer/wording',
    may: ['renderer/wording', 'shared'],
    packages: ['react', '@lingui/core', '@lingui/message-utils'],
  },

  // What is asked of the database: of one case, of lists of them, of this station.
  {
    files: 'renderer/queries/lists',
    may: [
      'renderer/queries/lists',
      'renderer/queries/oneCase',
      'renderer/queries/*',
      'renderer/cases',
      'renderer/storage',
      'shared',
    ],
    packages: ['react', 'dexie-react-hooks'],
  },
  {
    files: 'renderer/queries/find',
    may: [
      'renderer/queries/find',
      'renderer/queries/lists',
      'renderer/queries/*',
      'renderer/cases',
      'renderer/storage',
      'shared',
    ],
    packages: ['react', 'dexie-react-hooks'],
  },
  {
    files: 'renderer/queries/deskQueue',
    may: [
      'renderer/queries/deskQueue',
      'renderer/queries/lists',
      'renderer/queries/*',
      'renderer/storage',
      'shared',
    ],
    packages: ['react'],
  },
  ...['oneCase', 'station'].map((room) => ({
    files: `renderer/queries/${room}`,
    may: [
      `renderer/queries/${room}`,
      'renderer/queries/*',
      'renderer/cases',
      'renderer/storage',
      'shared',
    ],
    packages: ['react', 'dexie-react-hooks'],
  })),
  {
    files: 'renderer/queries',
    may: ['renderer/queries/*', 'renderer/cases', 'renderer/storage', 'shared'],
    packages: ['react', 'dexie-react-hooks'],
  },

  // Intentions, what they are recorded by, and what a station does by itself when it starts.
  {
    files: 'renderer/actions',
    may: ['renderer/actions', 'renderer/recording', 'renderer/cases', 'renderer/storage', 'shared'],
    packages: [],
  },
  {
    files: 'renderer/recording',
    may: [
      'renderer/recording',
      'renderer/cases',
      'renderer/protocol',
      'renderer/storage',
      'shared',
    ],
    types: ['renderer/desktop'],
    packages: ['uuid'],
  },
  {
    files: 'renderer/station',
    may: [
      'renderer/station',
      'renderer/actions',
      'renderer/recording',
      'renderer/cases',
      'renderer/protocol',
      'renderer/storage',
      'shared',
    ],
    packages: [],
  },

  ...syncRoom('transport', [], ['renderer/desktop']),
  ...syncRoom('push', ['transport']),
  ...syncRoom('retention', ['transport']),
  ...syncRoom('pull', ['push', 'retention', 'transport']),
  ...syncRoom('photos', ['transport'], ['shared/upload'], ['tus-js-client']),
  // The loop.
  {
    files: 'renderer/sync',
    may: ['renderer/sync', 'renderer/storage', 'shared'],
    packages: ['cockatiel'],
  },
  // What a station decides about its commands, over rows handed in: proved by simulation.
  {
    files: 'renderer/protocol',
    may: ['renderer/protocol', 'shared'],
    types: ['renderer/storage'],
    packages: [],
  },
  // A case as this station's rows tell it: what actions, sync and queries all begin with.
  {
    files: 'renderer/cases',
    may: ['renderer/cases', 'renderer/storage', 'shared'],
    packages: [],
  },
  // Upgrades are sealed: what they once did must not change when the living code does.
  { files: 'renderer/storage/upgrades', may: ['renderer/storage/upgrades'], packages: ['dexie'] },
  {
    files: 'renderer/storage/packed',
    may: ['renderer/storage/packed', 'renderer/storage/*'],
    types: ['shared'],
    packages: ['dexie'],
  },
  {
    files: 'renderer/storage',
    may: ['renderer/storage/*', 'renderer/storage/upgrades'],
    types: ['shared'],
    packages: ['dexie'],
  },
  {
    files: 'renderer/session',
    may: ['renderer/session'],
    types: ['shared'],
    packages: ['zustand'],
  },
  { files: 'renderer/desktop', may: ['renderer/desktop', 'shared'], packages: [] },
  { files: 'renderer/scanner', may: ['renderer/scanner', 'shared'], packages: [] },
];

/**
 * @param {string} name
 * @param {readonly string[]} rooms of sync
 * @param {readonly string[]} [may] besides them, the rows, cases and the protocol
 * @param {readonly string[]} [packages]
 * @returns {readonly Layer[]}
 */
function syncRoom(name, rooms, may = [], packages = []) {
  return [
    {
      files: `renderer/sync/${name}`,
      may: [
        ...[name, ...rooms].map((it) => `renderer/sync/${it}`),
        ...may,
        'renderer/cases',
        'renderer/protocol',
        'renderer/storage',
        'shared',
      ],
      packages,
    },
  ];
}
