/**
 * Who may import whom. Screens → actions, queries → storage → shared ← central, electron;
 * nothing points back.
 *
 * The FIRST row whose `files` match a file governs it, so narrow rows stand above wide ones. What
 * a row does not name is refused, and a file without a row is refused altogether.
 *
 *   files     the files the row is about: a folder, or a pattern with * and **
 *   may       the files they may import, written the same way
 *   types     the files they may import types from, nothing more
 *   packages  the packages they may import (`node` is every built-in module of Node)
 *
 * @typedef {{ readonly files: string | readonly string[], readonly may: readonly string[],
 *   readonly types?: readonly string[], readonly packages: readonly string[] }} Layer
 */

const react = ['react', 'react-aria-components'];
const sql = ['drizzle-orm', 'pg', '@electric-sql/pglite'];
const http = ['fastify', 'fastify-type-provider-zod', '@fastify/rate-limit', '@fastify/swagger'];

/** Rooms a wider name does not open: who may enter names them. */
export const closedRooms = ['shared/node', 'shared/upload'];

/** @type {readonly Layer[]} */
export const layers = [
  {
    files: [
      'shared/returns/lookup/carrierFormats.ts',
      'shared/returns/lookup/checkCarrierNumber.ts',
    ],
    may: ['shared/returns/lookup', 'shared/result.ts'],
    packages: ['ts-tracking-number'],
  },
  // Once for central and for the main process. The rest of shared/ runs in the page as well.
  { files: 'shared/node', may: ['shared', 'shared/node'], packages: ['node', 'zod'] },
  // Photos by tus, from the page and from a rescue.
  { files: 'shared/upload', may: ['shared/upload'], packages: ['tus-js-client'] },
  { files: 'shared', may: ['shared'], packages: ['zod', 'temporal-polyfill', '@noble/hashes'] },

  {
    files: 'electron/main',
    may: ['electron/main', 'shared', 'shared/node', 'shared/upload'],
    packages: ['electron', 'node', 'zod', 'tus-js-client'],
  },
  { files: 'electron/preload', may: ['electron/preload', 'shared'], packages: ['electron'] },

  {
    files: ['renderer/main.tsx', 'renderer/app'],
    may: ['renderer', 'shared', 'assets'],
    packages: [
      ...react,
      'react-dom',
      'zod',
      '@tanstack/react-router',
      '@lingui/core',
      '@fontsource-variable/inter',
      '@fontsource/ibm-plex-mono',
    ],
  },
  {
    files: 'renderer/screens',
    may: [
      'renderer/screens',
      'renderer/actions',
      'renderer/queries',
      'renderer/components',
      'renderer/explanations',
      'renderer/session',
      'renderer/desktop',
      'renderer/scanner',
      'renderer/wording',
      'shared',
      'assets',
    ],
    packages: [...react, 'react-webcam', '@tanstack/react-router'],
  },
  // Computed in a worker of the page, after what they explain is on the screen.
  {
    files: 'renderer/explanations',
    may: ['renderer/explanations', 'shared'],
    packages: ['react'],
  },
  { files: 'renderer/components/code128.ts', may: ['renderer/components'], packages: ['bwip-js'] },
  {
    files: 'renderer/components/useDrawnRows.ts',
    may: ['renderer/components'],
    packages: ['react', '@tanstack/react-virtual'],
  },
  {
    files: 'renderer/components',
    may: ['renderer/components', 'renderer/wording', 'shared', 'assets'],
    packages: react,
  },
  {
    files: 'renderer/wording',
    may: ['renderer/wording', 'shared'],
    packages: ['react', '@lingui/core', '@lingui/message-utils'],
  },
  {
    files: 'renderer/queries',
    may: ['renderer/queries', 'renderer/cases', 'renderer/storage', 'shared'],
    packages: ['react', 'dexie-react-hooks'],
  },
  {
    files: 'renderer/actions',
    may: ['renderer/actions', 'renderer/cases', 'renderer/protocol', 'renderer/storage', 'shared'],
    types: ['renderer/desktop'],
    packages: ['uuid'],
  },
  {
    files: 'renderer/sync',
    may: [
      'renderer/sync',
      'renderer/cases',
      'renderer/protocol',
      'renderer/storage',
      'renderer/desktop',
      'shared',
      'shared/upload',
    ],
    packages: ['tus-js-client', 'cockatiel'],
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
    files: 'renderer/storage',
    may: ['renderer/storage'],
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

  {
    files: ['central/database', 'central/**/*Rows.ts', 'central/**/apply*.ts'],
    may: ['central', 'shared', 'shared/node'],
    packages: ['node', 'zod', ...sql],
  },
  {
    files: ['central/central.ts', 'central/server.ts', 'central/http', 'central/**/*Routes.ts'],
    may: ['central', 'shared'],
    packages: ['node', 'zod', 'pino', 'prom-client', '@tus/server', ...http],
  },
  {
    files: 'central/photos/reencodeWorker.ts',
    may: ['central/photos', 'shared'],
    packages: ['node', 'sharp'],
  },
  {
    files: 'central',
    may: ['central', 'shared', 'shared/node', 'assets'],
    packages: [
      'node',
      'zod',
      'uuid',
      'pino',
      'prom-client',
      'standardwebhooks',
      'temporal-polyfill',
      'date-holidays',
      'ical.js',
      '@tus/server',
      '@aws-sdk/client-s3',
      '@tus/file-store',
      '@tus/s3-store',
    ],
  },

  { files: 'build/default_app', may: [], packages: ['electron', 'node'] },
  {
    files: 'build/mutation',
    may: ['build/mutation'],
    packages: ['node', 'vitest', 'fast-check', '@stryker-mutator/api'],
  },
  {
    files: ['build', 'vite.config.ts', 'playwright.config.ts', 'drizzle.config.ts'],
    may: ['build', 'package.json'],
    packages: [
      'node',
      'vite',
      'vitest',
      '@vitejs/plugin-react',
      '@playwright/test',
      '@electron/asar',
      '@electron/fuses',
      'electron-builder',
      'bwip-js',
    ],
  },
  { files: 'test', may: ['**'], packages: ['*'] },
];
