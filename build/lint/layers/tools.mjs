/** @typedef {import('./layer.mjs').Layer} Layer */

const building = [
  'node',
  'vite',
  'vitest',
  '@vitejs/plugin-react',
  '@playwright/test',
  '@electron/asar',
  '@electron/fuses',
  'electron-builder',
  'bwip-js',
];

/** @type {readonly Layer[]} */
export const tools = [
  { files: 'build/system/default_app', may: [], packages: ['electron', 'node'] },
  {
    files: 'build/mutation',
    may: ['build/mutation'],
    packages: ['node', 'vite', 'vitest', 'fast-check', 'fake-indexeddb', '@stryker-mutator/api'],
  },
  {
    files: 'build/demoPhotos',
    may: ['build/demoPhotos', 'central/demo/company', 'central/demo/cards/code128.ts', 'assets'],
    packages: ['node'],
  },
  { files: 'build/lint', may: ['build/lint'], packages: ['node'] },
  { files: 'build/system', may: ['build/system', 'package.json'], packages: building },
  {
    files: ['build', 'vite.config.ts', 'playwright.config.ts', 'drizzle.config.ts'],
    may: ['build', 'package.json'],
    packages: building,
  },
  { files: 'test', may: ['**'], packages: ['*'] },
];
