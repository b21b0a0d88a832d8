/** @typedef {import('./layer.mjs').Layer} Layer */

/**
 * One room of the main process: what it may import besides itself and shared/.
 * @param {string} name
 * @param {readonly string[]} may
 * @param {readonly string[]} [packages]
 * @returns {Layer}
 */
function room(name, may, packages = []) {
  const rooms = [name, ...may].map((it) => (it.includes('/') ? it : `electron/main/${it}`));
  return {
    files: `electron/main/${name}`,
    may: [...rooms, 'shared', 'shared/node'],
    packages: ['node', 'zod', ...packages],
  };
}

/**
 * Only what boots knows Electron: the rooms below run in Node alone, and so in tests and in the
 * rescue tool.
 * @type {readonly Layer[]}
 */
export const electron = [
  room('machine', []),
  room('people', ['machine']),
  room('journal', ['people', 'machine']),
  room('photos', ['machine']),
  room('station', ['journal', 'people', 'machine']),
  room('printing', ['machine']),
  room('rescue', ['station', 'journal', 'photos', 'machine', 'shared/upload'], ['tus-js-client']),
  {
    files: 'electron/main',
    may: ['electron/main', 'shared', 'shared/node'],
    packages: ['electron', 'node', 'zod'],
  },
  { files: 'electron/preload', may: ['electron/preload', 'shared'], packages: ['electron'] },
];
