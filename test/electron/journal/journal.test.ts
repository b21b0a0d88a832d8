import { randomBytes } from 'node:crypto';
import {
  copyFile,
  mkdir,
  readdir,
  readFile,
  rm,
  truncate,
  unlink,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FolderInUse } from '../../../shared/node/folderLock.ts';
import { chainStart } from '../../../shared/sync/command.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import {
  aJournal,
  append,
  appendJunk,
  appendMany,
  damageLine,
  day,
  ids,
  noon,
  segmentIn,
  unsettledIds,
} from './aJournal.ts';

describe('what is journaled', () => {
  test('is numbered without gaps and chained, and there again at the next start', async () => {
    const folder = await temporaryFolder();
    const first = await aJournal(folder);
    await appendMany(first, ids(1, 3));
    await first.close();
    const second = await aJournal(folder);
    await append(second, 'fact-4');

    const { commands } = await second.unsettledAfter(0, 1000);
    expect(commands.map((it) => it.sequence)).toEqual([1, 2, 3, 4]);
    expect(commands.map((it) => it.previousHash)).toEqual([
      chainStart,
      ...commands.slice(0, 3).map((it) => it.hash),
    ]);
    expect(second.state()).toEqual({
      lastSequence: 4,
      unsettled: 4,
      tornLines: 0,
      damagedLines: 0,
    });
  });

  test('keeps the order of asking when many ask at once and share a sync', async () => {
    const journal = await aJournal(await temporaryFolder());
    const asked = ids(1, 200);
    const written = await Promise.all(asked.map((id) => append(journal, id)));
    expect(written.map((it) => it.command.sequence)).toEqual(asked.map((_, i) => i + 1));
    expect(await unsettledIds(journal)).toEqual(asked);
  });

  test('is written once: the same fact again gives back its command', async () => {
    const folder = await temporaryFolder();
    const journal = await aJournal(folder);
    const [first, twin] = await Promise.all([append(journal, 'a'), append(journal, 'a')]);
    expect(first.fresh).toBe(true);
    expect(twin).toEqual({ command: first.command, fresh: false });
    await journal.close();
    const next = await aJournal(folder);
    expect(await append(next, 'a')).toEqual({ command: first.command, fresh: false });
    expect(next.state().lastSequence).toBe(1);
  });

  test('is read in pages, oldest first, without what central has answered', async () => {
    const folder = await temporaryFolder();
    const journal = await aJournal(folder);
    await appendMany(journal, ids(1, 10));
    await journal.settle(['fact-2', 'fact-5', 'never-seen']);
    await journal.close();

    const next = await aJournal(folder);
    const page = await next.unsettledAfter(1, 3);
    expect(page.commands.map((it) => it.sequence)).toEqual([3, 4, 6]);
    expect(page.more).toBe(true);
    expect((await next.unsettledAfter(6, 100)).more).toBe(false);
    expect(next.state().unsettled).toBe(8);
  });

  test('gives what central has answered too, above what the database remembers', async () => {
    const journal = await aJournal(await temporaryFolder());
    await appendMany(journal, ids(1, 6));
    await journal.settle(['fact-2', 'fact-5']);
    const page = await journal.unsettledAfter(0, 100, 3);
    expect(page.commands.map((it) => it.sequence)).toEqual([1, 3, 4, 5, 6]);
    expect(page.answered).toEqual(['fact-5']);
  });

  test('continues in the next file when one is full', async () => {
    const folder = await temporaryFolder();
    const journal = await aJournal(folder, { segmentBytes: 2000 });
    await appendMany(journal, ids(1, 12));
    await journal.close();
    const files = (await readdir(folder)).filter((name) => name.endsWith('.log'));
    expect(files.length).toBeGreaterThan(3);
    expect(await unsettledIds(await aJournal(folder))).toEqual(ids(1, 12));
  });
});

describe('a torn end', () => {
  test.each([3, 7, 50])('of %i junk bytes is kept aside and loses nothing', async (bytes) => {
    const folder = await temporaryFolder();
    const first = await aJournal(folder);
    await appendMany(first, ids(1, 20));
    await first.close();
    const junk = Buffer.from(randomBytes(bytes).map((byte) => (byte === 0x0a ? 0 : byte)));
    await appendJunk(folder, junk);

    const second = await aJournal(folder);
    expect(second.state().tornLines).toBe(1);
    await appendMany(second, ids(21, 25));
    await second.close();
    const aside = (await readdir(folder)).filter((name) => name.startsWith('torn-'));
    expect(aside).toHaveLength(1);
    expect(await readFile(path.join(folder, aside[0] ?? ''))).toEqual(junk);

    const third = await aJournal(folder);
    expect(await unsettledIds(third)).toEqual(ids(1, 25));
    expect(third.state()).toMatchObject({ tornLines: 0, damagedLines: 0, lastSequence: 25 });
  });

  test.each([2, 9, 60])('cut %i bytes inside the last line loses only that line', async (bytes) => {
    const folder = await temporaryFolder();
    const first = await aJournal(folder);
    await appendMany(first, ids(1, 5));
    await first.close();
    await rm(path.join(folder, 'head.json'));
    const { length } = await readFile(segmentIn(folder));
    await truncate(segmentIn(folder), length - bytes);

    const second = await aJournal(folder);
    expect(second.state()).toMatchObject({ tornLines: 1, lastSequence: 4 });
    await append(second, 'fact-6');
    expect(await unsettledIds(second)).toEqual([...ids(1, 4), 'fact-6']);
  });

  test('that lacks only its line break still counts', async () => {
    const folder = await temporaryFolder();
    const first = await aJournal(folder);
    await appendMany(first, ids(1, 5));
    await first.close();
    const { length } = await readFile(segmentIn(folder));
    await truncate(segmentIn(folder), length - 1);
    const second = await aJournal(folder);
    await append(second, 'fact-6');
    expect(await unsettledIds(second)).toEqual(ids(1, 6));
    await second.close();
    expect(await unsettledIds(await aJournal(folder))).toEqual(ids(1, 6));
  });
});

describe('a command that only the database still has', () => {
  test('comes back into the journal, and the chain goes on after it', async () => {
    const folder = await temporaryFolder();
    const first = await aJournal(folder);
    await appendMany(first, ids(1, 5));
    const { commands } = await first.unsettledAfter(2, 10);
    await first.close();
    await rm(path.join(folder, 'head.json'));
    const lines = (await readFile(segmentIn(folder), 'utf8')).split('\n').slice(0, 2);
    await writeFile(segmentIn(folder), `${lines.join('\n')}\n`);

    const second = await aJournal(folder);
    expect(second.state().lastSequence).toBe(2);
    const back = commands.toReversed().map((command) => second.restore(command));
    expect(await Promise.all(back)).toEqual([true, true, true]);
    expect(await second.restore(commands[0] ?? commandMissing())).toBe(false);
    expect((await append(second, 'fact-6')).command.sequence).toBe(6);
    await second.close();

    const third = await aJournal(folder);
    expect(await unsettledIds(third)).toEqual(ids(1, 6));
    expect(third.state()).toMatchObject({ lastSequence: 6, tornLines: 0, damagedLines: 0 });
  });
});

function commandMissing(): never {
  throw new Error('nothing was journaled');
}

describe('the end of the chain', () => {
  test('is written down every 64 commands, so that no number is given twice when the file with the last ones is lost', async () => {
    const folder = await temporaryFolder();
    const journal = await aJournal(folder);
    const noted = async () =>
      z
        .object({ sequence: z.number() })
        .parse(JSON.parse(await readFile(path.join(folder, 'head.json'), 'utf8'))).sequence;
    const notedAfter = async (from: number, to: number) => {
      await appendMany(journal, ids(from, to));
      return await noted();
    };
    expect(await notedAfter(1, 64)).toBe(0);
    expect(await notedAfter(65, 65)).toBe(64);
    expect(await notedAfter(66, 128)).toBe(64);
    expect(await notedAfter(129, 130)).toBe(128);
    const asLost = await temporaryFolder();
    await copyFile(path.join(folder, 'head.json'), path.join(asLost, 'head.json'));

    const after = await aJournal(asLost);
    expect(after.state().lastSequence).toBe(128);
    expect((await append(after, 'fact-131')).command.sequence).toBe(129);
  });

  test('is where it was noted to be, though the last line was torn', async () => {
    const folder = await temporaryFolder();
    const first = await aJournal(folder);
    await appendMany(first, ids(1, 5));
    const { hash } = first.end();
    await first.close();
    const { length } = await readFile(segmentIn(folder));
    await truncate(segmentIn(folder), length - 9);

    const second = await aJournal(folder);
    expect(second.state()).toMatchObject({ lastSequence: 5, tornLines: 1, damagedLines: 1 });
    const { command } = await append(second, 'fact-6');
    expect(command).toMatchObject({ sequence: 6, previousHash: hash });
  });
});

describe('damage before the end', () => {
  test('is reported, stepped over and left where it is', async () => {
    const folder = await temporaryFolder();
    const first = await aJournal(folder);
    await appendMany(first, ids(1, 9));
    await first.close();
    await damageLine(folder, 4);
    const damaged = await readFile(segmentIn(folder));

    const second = await aJournal(folder);
    expect(second.state()).toMatchObject({ tornLines: 0, damagedLines: 1, lastSequence: 9 });
    expect(await unsettledIds(second)).toEqual([...ids(1, 3), ...ids(5, 9)]);
    const { command } = await append(second, 'fact-10');
    expect(command.sequence).toBe(10);
    await second.close();
    expect((await readFile(segmentIn(folder))).subarray(0, damaged.length)).toEqual(damaged);
    expect((await aJournal(folder)).state().damagedLines).toBe(1);
  });

  test('is noticed where the line can still be read and its place in the chain is right', async () => {
    const folder = await temporaryFolder();
    const first = await aJournal(folder);
    await appendMany(first, ids(1, 5));
    await first.close();
    const lines = (await readFile(segmentIn(folder), 'utf8')).split('\n');
    lines[3] = lines[3]?.replace('"at":1', '"at":2') ?? '';
    await writeFile(segmentIn(folder), lines.join('\n'));

    const second = await aJournal(folder);
    expect(second.state()).toMatchObject({ damagedLines: 1, lastSequence: 5 });
    expect(await unsettledIds(second)).toEqual([...ids(1, 3), 'fact-5']);
  });

  test('in an older file is damage even at its end', async () => {
    const folder = await temporaryFolder();
    const first = await aJournal(folder, { segmentBytes: 1500 });
    await appendMany(first, ids(1, 8));
    await first.close();
    await appendJunk(folder, Buffer.from('junk'));
    const second = await aJournal(folder);
    expect(second.state()).toMatchObject({ tornLines: 0, damagedLines: 1 });
    expect(await unsettledIds(second)).toEqual(ids(1, 8));
  });

  test('a whole file gone is missed by its numbers', async () => {
    const folder = await temporaryFolder();
    const first = await aJournal(folder, { segmentBytes: 1500 });
    await appendMany(first, ids(1, 8));
    await first.close();
    const lost = (await readFile(segmentIn(folder, 2), 'utf8')).trim().split('\n').length;
    await unlink(segmentIn(folder, 2));
    expect((await aJournal(folder)).state().damagedLines).toBe(lost);
  });

  test('all files gone: the chain goes on where it was known to be, not from one', async () => {
    const folder = await temporaryFolder();
    const floor = { sequence: 7, hash: 'f'.repeat(64) };
    const journal = await aJournal(folder, { floor });
    expect(journal.state()).toMatchObject({ lastSequence: 7, damagedLines: 7 });
    const { command } = await append(journal, 'fact-8');
    expect(command).toMatchObject({ sequence: 8, previousHash: floor.hash });
  });

  test('a settled line that cannot be read is offered once more, nothing else', async () => {
    const folder = await temporaryFolder();
    const first = await aJournal(folder);
    await appendMany(first, ids(1, 3));
    await first.settle(['fact-1']);
    await first.settle(['fact-2']);
    await first.close();
    const file = path.join(folder, 'settled.log');
    const content = await readFile(file, 'utf8');
    await writeFile(file, content.replace('fact-1', 'fact-X'));
    expect(await unsettledIds(await aJournal(folder))).toEqual(['fact-1', 'fact-3']);
  });
});

describe('old files', () => {
  async function threeFiles() {
    const folder = await temporaryFolder();
    const journal = await aJournal(folder, { segmentBytes: 1500 });
    await appendMany(journal, ids(1, 8));
    return { folder, journal };
  }
  const filesIn = async (folder: string) =>
    (await readdir(folder)).filter((name) => /^\d+\.log$/.test(name));

  test('leave after 30 days when all in them is settled; number and chain go on', async () => {
    const { folder, journal } = await threeFiles();
    await journal.settle(ids(1, 8));
    const last = (await append(journal, 'fact-9')).command;
    await journal.settle(['fact-9']);
    await journal.close();
    const before = await filesIn(folder);

    const soon = await aJournal(folder, { now: noon + 29 * day });
    expect(await filesIn(folder)).toEqual(before);
    await soon.close();
    const later = await aJournal(folder, { now: noon + 31 * day });
    expect(await filesIn(folder)).toEqual(before.slice(-1));
    expect(later.state()).toEqual({
      lastSequence: 9,
      unsettled: 0,
      tornLines: 0,
      damagedLines: 0,
    });
    const { command } = await append(later, 'fact-10');
    expect(command).toMatchObject({ sequence: 10, previousHash: last.hash });
    await later.close();
    expect((await aJournal(folder, { now: noon + 31 * day })).state().damagedLines).toBe(0);
  });

  test('stay while one command in them has no answer', async () => {
    const { folder, journal } = await threeFiles();
    await journal.settle(ids(2, 8));
    await journal.close();
    const before = await filesIn(folder);
    const later = await aJournal(folder, { now: noon + 400 * day });
    expect(await filesIn(folder)).toEqual(before);
    expect(await unsettledIds(later)).toEqual(['fact-1']);
  });
});

describe('one writer', () => {
  test('a second opening of the same folder is refused while the first lives', async () => {
    const folder = await temporaryFolder();
    const first = await aJournal(folder);
    await expect(aJournal(folder)).rejects.toThrow(FolderInUse);
    await first.close();
    await expect(aJournal(folder)).resolves.toBeDefined();
  });

  test.each([
    ['of a process that is gone', { pid: 2 ** 22 - 1, bootId: 'boot-1' }],
    ['of another boot', { pid: process.pid, bootId: 'boot-0' }],
    ['of a process number given to somebody else', { pid: 1, bootId: 'boot-1' }],
  ])('a lock %s is taken over', async (_, holder) => {
    const folder = path.join(await temporaryFolder(), 'journal');
    await mkdir(folder);
    const lock = { ...holder, nonce: 'x', uptimeSeconds: 0, startedAtTick: '1' };
    await writeFile(path.join(folder, 'lock'), JSON.stringify(lock));
    await expect(aJournal(folder)).resolves.toBeDefined();
  });
});
