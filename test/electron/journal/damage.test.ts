import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { outlineOf, withChecksum } from '../../../electron/main/journal/journalLine.ts';
import { aCommandAfter } from '../aCommand.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import {
  aJournal,
  append,
  appendMany,
  damageLine,
  day,
  ids,
  noon,
  segmentIn,
  unsettledIds,
} from './aJournal.ts';

async function fiveIn(folder: string) {
  const first = await aJournal(folder);
  await appendMany(first, ids(1, 5));
  return first;
}
const linesIn = async (folder: string) =>
  (await readFile(segmentIn(folder), 'utf8')).split('\n').slice(0, -1);

describe('Damage', () => {
  test('that comes while the journal is open is counted once it is read', async () => {
    const folder = await temporaryFolder();
    const journal = await fiveIn(folder);
    await damageLine(folder, 3);
    expect(journal.state().damagedLines).toBe(0);
    expect(await unsettledIds(journal)).toEqual(['fact-1', 'fact-2', 'fact-4', 'fact-5']);
    await unsettledIds(journal);
    expect(journal.state().damagedLines).toBe(1);
    await expect(append(journal, 'fact-3')).rejects.toThrow('Journal line 3 cannot be read');
  });

  test('is a whole line that does not follow the one before it', async () => {
    const folder = await temporaryFolder();
    const journal = await fiveIn(folder);
    await journal.close();
    const lines = await linesIn(folder);
    const other = aCommandAfter({ sequence: 2, hash: 'b'.repeat(64) }, 'fact-other');
    lines[2] = withChecksum(JSON.stringify({ at: noon, command: other })).trimEnd();
    await writeFile(segmentIn(folder), `${lines.join('\n')}\n`);
    // It fits neither of its neighbours.
    expect((await aJournal(folder)).state().damagedLines).toBe(2);
  });

  test('of several lines in a row counts each', async () => {
    const folder = await temporaryFolder();
    await (await fiveIn(folder)).close();
    await damageLine(folder, 2);
    await damageLine(folder, 3);
    expect((await aJournal(folder)).state()).toMatchObject({ tornLines: 0, damagedLines: 2 });
  });

  test('keeps an old file that could leave otherwise: it is what is left to mend from', async () => {
    const folder = await temporaryFolder();
    const journal = await aJournal(folder, { segmentBytes: 1500 });
    await appendMany(journal, ids(1, 8));
    await journal.settle(ids(1, 8));
    await journal.close();
    await damageLine(folder, 1);
    const before = (await readdir(folder)).filter((name) => name.endsWith('.log'));
    await (await aJournal(folder, { now: noon + 400 * day })).close();
    expect((await readdir(folder)).filter((name) => name.endsWith('.log'))).toEqual(before);
  });

  test('is no file of another name', async () => {
    const folder = await temporaryFolder();
    await (await fiveIn(folder)).close();
    for (const name of ['00000001.log.bak', 'x00000001.log'])
      await writeFile(path.join(folder, name), 'junk');
    expect((await aJournal(folder)).state()).toMatchObject({ tornLines: 0, damagedLines: 0 });
  });
});

describe('A line', () => {
  const line = (text: string, between = ' ') =>
    `${createHash('sha256').update(text).digest('hex').slice(0, 16)}${between}${text}`;
  const text = JSON.stringify({
    at: noon,
    command: aCommandAfter({ sequence: 0, hash: 'a' }, 'a'),
  });

  test('counts by its checksum, and as nothing but a command', () => {
    expect(outlineOf(line(text))).toMatchObject({ id: 'a', sequence: 1, at: noon });
    expect(outlineOf(line('{'))).toBe(null);
    expect(outlineOf(line('{}'))).toBe(null);
    expect(outlineOf(line(text, '-'))).toBe(null);
    expect(outlineOf(text)).toBe(null);
  });
});
