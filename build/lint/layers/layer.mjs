/**
 *   files     the files the row is about: a folder, or a pattern with * and **
 *   may       the files they may import, written the same way
 *   types     the files they may import types from, nothing more
 *   packages  the packages they may import (`node` is every built-in module of Node)
 *
 * @typedef {{ readonly files: string | readonly string[], readonly may: readonly string[],
 *   readonly types?: readonly string[], readonly packages: readonly string[] }} Layer
 */

export const react = ['react', 'react-aria-components'];
export const sql = ['drizzle-orm', 'pg', '@electric-sql/pglite'];
export const http = [
  'fastify',
  'fastify-type-provider-zod',
  '@fastify/rate-limit',
  '@fastify/swagger',
];
