/**
 * node test/faults/central/writeWithoutRoom.ts FOLDER: the embedded database left to itself on a disk
 * without room, for the positive control. Says "refused" when a write found none, "reads" when it
 * answers a question after that.
 */
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { fillDisk } from '../station/fullDisk.ts';

const [folder = ''] = process.argv.slice(2);
const client = await PGlite.create(path.join(folder, 'database'));
await client.query('create table kept (id int)');
fillDisk(folder, 0);
try {
  // Log alone, as much as a day's work: a new piece of it finds no room.
  for (let n = 0; n < 64; n += 1)
    await client.query("select pg_logical_emit_message(true, 'x', repeat('x', 1000000))");
} catch {
  process.stdout.write('refused\n');
}
await client.query('select count(*) from kept');
process.stdout.write('reads\n');
process.exit(0);
