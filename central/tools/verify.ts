/**
 * npm run verify [-- --data DIR]
 *
 * Whether an installed central is in order: the database, its schema, the clock, free space, the ledger,
 * the feed and the photos, a line each. Ends with 1 where something is not. Changes nothing; PostgreSQL
 * may be served from meanwhile, the embedded database only while central is stopped.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { lookAtDatabase } from '../database/lookAtDatabase.ts';
import { openPhotoStore } from '../photos/openPhotoStore.ts';
import { databasePlace, photoPlace, usualFolder } from '../places.ts';
import { verifyCentral } from '../verify/verifyCentral.ts';
import { runTool } from './askAsAdmin.ts';

const { values: given } = parseArgs({
  options: { data: { type: 'string', default: usualFolder } },
});

async function main(): Promise<void> {
  const folder = path.resolve(given.data);
  const seen = await lookAtDatabase(databasePlace(folder, false));
  try {
    const photos = await openPhotoStore(photoPlace(folder));
    const central = { rows: seen.rows, photos, folder, now: () => new Date() };
    for await (const { what, isWell, says } of verifyCentral(central)) {
      console.log(`${isWell ? 'ok   ' : 'WRONG'}  ${what.padEnd(9)} ${says}`);
      if (!isWell) process.exitCode = 1;
    }
  } finally {
    await seen.close();
  }
}

runTool(main);
