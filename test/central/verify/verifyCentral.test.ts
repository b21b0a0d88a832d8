import os from 'node:os';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { recordPhoto } from '../../../central/photos/photoRows.ts';
import { type Check, verifyCentral } from '../../../central/verify/verifyCentral.ts';
import { onEachDatabase } from '../onEachDatabase.ts';

onEachDatabase('verify', (ground) => {
  async function verified(now = new Date()): Promise<readonly Check[]> {
    const { database, photos } = ground().central;
    const checks: Check[] = [];
    const central = { rows: database.rows, photos, folder: os.tmpdir(), now: () => now };
    for await (const check of verifyCentral(central)) checks.push(check);
    return checks;
  }
  const wrong = (checks: readonly Check[]) =>
    checks.filter(({ isWell }) => !isWell).map(({ what, says }) => `${what}: ${says}`);

  test('finds a central in order, and says what it looked at', async () => {
    const checks = await verified();
    expect(wrong(checks)).toEqual([]);
    const names = ['database', 'schema', 'clock', 'space', 'ledger', 'feed', 'photos'];
    expect(checks.map(({ what }) => what)).toEqual(names);
  });

  test('names a clock that is off', async () => {
    expect(wrong(await verified(new Date(Date.now() + 60_000)))).toEqual([
      expect.stringMatching(/^clock: the database’s is -\d+ ms off/),
    ]);
  });

  test('counts photos the database names and the store does not have', async () => {
    const { database } = ground().central;
    const photo = { sha256: 'a'.repeat(64), mediaType: 'image/jpeg', bytes: 3 };
    await database.write((rows) => recordPhoto(rows, photo, null, new Date()));
    expect(wrong(await verified())).toEqual([expect.stringMatching(/^photos: 1 of \d+ are not/)]);
    await database.rows.execute(sql`delete from photos where sha256 = ${photo.sha256}`);
  });

  test('names a trigger of the ledger that somebody switched off', async () => {
    const { rows } = ground().central.database;
    await rows.execute(sql`alter table ledger_entries disable trigger ledger_entries_are_summed`);
    expect(wrong(await verified())).toEqual(['ledger: switched off: ledger_entries_are_summed']);
    await rows.execute(sql`alter table ledger_entries enable trigger ledger_entries_are_summed`);
  });

  test('counts a line that is not what was granted of it', async () => {
    const { rows } = ground().central.database;
    const off = sql`alter table ledger_lines disable trigger user`;
    await rows.execute(off);
    await rows.execute(
      sql`insert into ledger_lines (order_line_id, invoiced, shipped, value) values ('nobody', 9, 9, 7)`,
    );
    const said = wrong(await verified())[0];
    expect(said).toContain('ledger: 1 order lines are not what was granted of them');
    await rows.execute(sql`delete from ledger_lines where order_line_id = 'nobody'`);
    await rows.execute(sql`alter table ledger_lines enable trigger user`);
  });

  test('finds two changes in one place of the feed', async () => {
    const { rows } = ground().central.database;
    await rows.execute(sql`update changes set sequence = (select min(sequence) from changes)
      where sequence = (select max(sequence) from changes)`);
    expect(wrong(await verified())).toEqual(['feed: 1 changes share a place']);
  });
});
