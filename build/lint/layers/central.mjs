/** @typedef {import('./layer.mjs').Layer} Layer */

import { http, sql } from './layer.mjs';

const log = 'central/log.ts';
const places = 'central/places.ts';
/** All a server is made of. */
const service = [
  'uploads',
  'http',
  'imports',
  'office',
  'calendars',
  'search',
  'replay',
  'commands',
  'cases',
  'refunds',
  'photos',
  'people',
  'documents',
  'feed',
  'database',
].map((name) => `central/${name}`);

/**
 * One room: what its files may import besides their own room and shared/.
 * @param {string} name
 * @param {readonly string[]} may
 * @param {readonly string[]} [packages]
 * @returns {Layer}
 */
function room(name, may, packages = []) {
  const rooms = [name, ...may].map((it) => (it === log ? it : `central/${it}`));
  return {
    files: `central/${name}`,
    may: [...rooms, 'shared', 'shared/node'],
    packages: ['node', 'zod', ...packages],
  };
}

/**
 * A room with tables of its own: SQL is spoken by its files named ...Rows.ts alone.
 * @type {(...args: Parameters<typeof room>) => readonly Layer[]}
 */
function roomWithRows(name, may, packages = []) {
  const files = `central/${name}/*Rows.ts`;
  return [{ ...room(name, may, sql), files }, room(name, may, packages)];
}

/**
 * From the database up to the routes: a room imports rooms above it in this list, never one below.
 * @type {readonly Layer[]}
 */
export const central = [
  { files: log, may: [], packages: ['pino'] },
  {
    files: 'central/database',
    may: ['central/database', log, 'shared', 'shared/node'],
    packages: ['node', 'zod', ...sql],
  },
  ...roomWithRows('feed', ['database']),
  ...roomWithRows('documents', ['feed', 'database']),
  ...roomWithRows('people', ['documents', 'database']),
  ...roomWithRows(
    'photos',
    ['database'],
    ['@aws-sdk/client-s3', '@tus/file-store', '@tus/s3-store', '@tus/server', 'sharp'],
  ),
  ...roomWithRows('refunds', ['photos', 'documents', 'database', log], ['standardwebhooks']),
  ...roomWithRows('cases', ['refunds', 'documents', 'feed', 'database', log]),
  // One transaction over all a command touches.
  {
    files: 'central/commands/applyCommands.ts',
    may: ['commands', 'cases', 'documents', 'people', 'database', 'log.ts']
      .map((it) => `central/${it}`)
      .concat('shared'),
    packages: ['node', ...sql],
  },
  ...roomWithRows('commands', ['cases', 'refunds', 'people', 'documents', 'feed', 'database', log]),
  room('replay', ['cases', 'database']),
  ...roomWithRows('search', ['cases', 'refunds', 'documents', 'database']),
  ...roomWithRows(
    'calendars',
    ['documents', 'database', log],
    ['date-holidays', 'ical.js', 'temporal-polyfill'],
  ),
  // What the company says of itself; one transaction over all it touches.
  ...roomWithRows('office', ['calendars', 'people', 'documents', 'database', log]),
  ...roomWithRows('imports', ['office', 'database', log], ['saxes', 'write-excel-file']),
  ...roomWithRows('verify', ['photos', 'database']),
  room(
    'http',
    ['calendars', 'commands', 'refunds', 'people', 'database'],
    ['prom-client', ...http],
  ),
  room('uploads', ['http', 'refunds', 'photos', 'people', 'database', log], ['@tus/server']),
  {
    files: 'central/routes/pageRoutes.ts',
    may: ['central/routes'],
    packages: ['fastify', '@fastify/helmet', '@fastify/static'],
  },
  {
    // A table is written to disk before it goes out.
    files: 'central/routes/importFileRoutes.ts',
    may: ['central/routes', ...service, 'shared'],
    packages: ['node', 'zod', ...http],
  },
  {
    files: 'central/routes',
    may: ['central/routes', ...service, 'shared'],
    packages: ['zod', ...http],
  },

  // What is started, from the command line too.
  {
    files: 'central/server.ts',
    may: [
      'central/routes',
      'central/uploads',
      'central/photos',
      'central/imports',
      'central/http',
      'shared',
    ],
    packages: ['node', ...http],
  },
  { files: places, may: ['central/database', 'central/photos'], packages: ['node'] },
  {
    files: 'central/seedTools.ts',
    may: [...service, log, 'shared', 'shared/node'],
    packages: ['node'],
  },
  {
    files: 'central/startCentral.ts',
    may: ['central/server.ts', 'central/routes', ...service, log, 'shared'],
    packages: ['node', 'pino', ...http],
  },
  {
    files: 'central/start.ts',
    may: [
      'central/startCentral.ts',
      'central/seedTools.ts',
      'central/demo',
      log,
      places,
      ...service,
      'shared',
      'shared/node',
    ],
    packages: ['node', 'zod', 'pino'],
  },
  {
    files: 'central/quaysideCentral.ts',
    may: ['central/start.ts', 'central/tools', 'shared/node'],
    packages: ['node'],
  },
  {
    files: 'central/tools',
    may: [
      'central/tools',
      'central/imports',
      'central/replay',
      'central/verify',
      'central/photos',
      'central/database',
      places,
      'shared',
    ],
    packages: ['node', 'zod'],
  },

  // The demo's company, told to a central as stations and an office would.
  {
    files: 'central/demo/company',
    may: ['central/demo/company', 'central/calendars', 'shared', 'assets'],
    packages: ['node', 'temporal-polyfill'],
  },
  {
    files: 'central/demo/stories',
    may: ['central/demo/stories', 'central/demo/company', 'shared'],
    packages: ['node', 'temporal-polyfill'],
  },
  { files: 'central/demo/cards/code128.ts', may: [], packages: ['bwip-js'] },
  {
    files: 'central/demo',
    may: ['central/demo', 'shared', 'assets'],
    types: ['central/database', 'central/documents', 'central/seedTools.ts'],
    packages: ['node'],
  },
];
