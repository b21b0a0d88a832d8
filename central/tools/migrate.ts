/**
 * npm run migrate [-- --data DIR] [--i-have-a-backup]
 *
 * Brings the database to this version's schema and ends. PostgreSQL with data in it only when somebody
 * says that there is a back-up; the embedded database is copied to before-migrations/ first.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { lookAtDatabase } from '../database/lookAtDatabase.ts';
import { openDatabase } from '../database/openDatabase.ts';
import { type SchemaState, schemaState } from '../database/schemaState.ts';
import { databasePlace, usualFolder } from '../places.ts';
import { runTool } from './askAsAdmin.ts';

const { values: given } = parseArgs({
  options: {
    data: { type: 'string', default: usualFolder },
    'i-have-a-backup': { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const place = databasePlace(path.resolve(given.data), given['i-have-a-backup']);
  const before = await stateOf(place);
  if (before.kind === 'current') return console.log('The schema is this version’s already.');
  const database = await openDatabase(place);
  await database.close();
  console.log(
    before.kind === 'empty'
      ? 'The schema was made in an empty database.'
      : `The schema is this version’s now: ${before.pending.join(', ')}.`,
  );
}

async function stateOf(place: Parameters<typeof lookAtDatabase>[0]): Promise<SchemaState> {
  const seen = await lookAtDatabase(place);
  try {
    return await schemaState(seen.rows);
  } finally {
    await seen.close();
  }
}

runTool(main);
