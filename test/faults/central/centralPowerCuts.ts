/** Central on an embedded database whose disk loses power while it takes commands in. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openDatabase } from '../../../central/database/openDatabase.ts';
import { facts } from '../../../central/database/schema.ts';
import { syncTree } from '../../../central/database/syncWal.ts';
import { startCentral } from '../../builders/central/centralInMemory.ts';
import { layEmptyDatabase } from '../../builders/central/emptyDatabase.ts';
import { type Keys, moveInWithoutPins } from '../../central/aCompany.ts';
import { aReturn } from '../../central/aReturn.ts';
import { aStation } from '../../central/aStation.ts';
import { type LoopImage, makeImage } from '../loopImage.ts';

/** Nothing but an explicit sync reaches the disk within five minutes. */
const lazily = { mountOptions: ['commit=300'] };
const megabytes = 256;

/** Cuts the power so many times, each time behind acknowledged pushes; what the disk had lost. */
export async function cutPower(
  cuts: number,
): Promise<{ readonly acknowledged: number; readonly lost: number }> {
  const disk = await makeImage(megabytes, lazily);
  const folder = path.join(disk.folder, 'central');
  await layEmptyDatabase(folder);
  let keys: Keys = new Map();
  const central = await startCentral({
    place: { kind: 'folder', folder },
    fill: async (tools, database) => {
      keys = await moveInWithoutPins(tools, database, cuts * 2);
    },
  });
  const acknowledged = new Set<string>();
  let lost = 0;
  try {
    const station = await aStation(central, keys);
    for (let cut = 0; cut < cuts; cut += 1) {
      for (const number of [cut * 2 + 1, cut * 2 + 2]) {
        const { results } = await station.record(...aReturn(number).inspected);
        for (const { kind, id } of results) if (kind === 'applied') acknowledged.add(id);
      }
      const kept = await factsAfterPowerCut(disk);
      lost += [...acknowledged].filter((id) => !kept.has(id)).length;
    }
    return { acknowledged: acknowledged.size, lost };
  } finally {
    await central.close();
    await disk.remove();
  }
}

async function factsAfterPowerCut(disk: LoopImage): Promise<ReadonlySet<string>> {
  const after = await disk.copyAsAfterPowerCut();
  try {
    const folder = path.join(after.folder, 'central');
    // Its holder did not survive either; here it is this very process, which did.
    await rm(path.join(folder, 'central.lock'));
    const database = await openDatabase({ kind: 'folder', folder });
    const found = await database.rows.select({ id: facts.id }).from(facts);
    await database.close();
    return new Set(found.map(({ id }) => id));
  } finally {
    await after.remove();
  }
}

/** The same cut with the embedded database left to itself; how many of its rows survived. */
export async function cutPowerUnsynced(rows: number): Promise<number> {
  const disk = await makeImage(megabytes, lazily);
  const place = (of: LoopImage) => path.join(of.folder, 'database');
  const client = await PGlite.create(place(disk));
  try {
    await client.query('create table kept (id int)');
    await client.query('checkpoint');
    await syncTree(place(disk));
    for (let n = 0; n < rows; n += 1) await client.query('insert into kept values ($1)', [n]);
    const after = await disk.copyAsAfterPowerCut();
    try {
      const copy = await PGlite.create(place(after));
      const { rows: found } = await copy.query<{ count: number }>('select count(*)::int from kept');
      await copy.close();
      return found[0]?.count ?? 0;
    } finally {
      await after.remove();
    }
  } finally {
    await client.close();
    await disk.remove();
  }
}
