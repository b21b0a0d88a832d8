import { type FileHandle, open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { sealInJournal } from '../../../electron/main/journal/sealing.ts';
import { anArrival } from '../../builders/cases/recordedFacts.ts';
import { aDraft } from '../station/aStation.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { aJournal, append, appendMany, ids, segmentIn, unsettledIds } from './aJournal.ts';

/** What every open file is asked; until the test ends, this call of it answers as told. */
async function whenAskedTo(call: 'datasync' | 'truncate') {
  const file = await open(path.join(await temporaryFolder(), 'any'), 'w');
  // oxlint-disable-next-line typescript/no-unsafe-assignment -- the class of what was opened
  const prototype: FileHandle = Object.getPrototypeOf(file);
  await file.close();
  const asked = vi.spyOn(prototype, call);
  onTestFinished(() => asked.mockRestore());
  return asked;
}
const failure = (code: string) => Object.assign(new Error(code), { code });

describe('What cannot be written', () => {
  test('is not in the journal, not in part either, and the next has its number', async () => {
    const folder = await temporaryFolder();
    const journal = await aJournal(folder);
    await appendMany(journal, ids(1, 2));
    const before = await readFile(segmentIn(folder), 'utf8');
    const asked = await whenAskedTo('datasync');
    asked.mockRejectedValueOnce(failure('ENOSPC'));
    await expect(append(journal, 'fact-3')).rejects.toThrow('ENOSPC');
    expect(await readFile(segmentIn(folder), 'utf8')).toBe(before);
    expect(journal.end().sequence).toBe(2);

    expect((await append(journal, 'fact-4')).command.sequence).toBe(3);
    await journal.close();
    const next = await aJournal(folder);
    expect(await unsettledIds(next)).toEqual(['fact-1', 'fact-2', 'fact-4']);
    expect(next.state()).toMatchObject({ tornLines: 0, damagedLines: 0 });
  });

  test('and not be taken back either, stops the journal: no line is glued to half of one', async () => {
    const journal = await aJournal(await temporaryFolder());
    await append(journal, 'fact-1');
    (await whenAskedTo('datasync')).mockRejectedValueOnce(failure('EIO'));
    (await whenAskedTo('truncate')).mockRejectedValueOnce(failure('EROFS'));
    await expect(append(journal, 'fact-2')).rejects.toThrow('EIO');
    const said = await append(journal, 'fact-3').catch((error: unknown) => error);
    expect(said).toMatchObject({
      message: 'The journal file can no longer be written',
      cause: { code: 'EROFS' },
    });
    expect(journal.end().sequence).toBe(1);
  });

  test.each([
    ['ENOSPC', { code: 'diskFull', freeBytes: 7 }],
    ['EIO', { code: 'journalFailed', detail: 'EIO' }],
    [null, { code: 'journalFailed', detail: 'unwritable' }],
  ])('is refused with why: %s', async (code, refusal) => {
    const draft = aDraft(anArrival());
    const free = vi.fn<() => Promise<number>>(async () => 7).mockResolvedValueOnce(100);
    const { personId, stationId } = draft.fact;
    const said = await sealInJournal({ draft, pin: null }, {
      enrolment: () => ({ stationId }),
      people: { signer: () => ({ person: { personId } }) },
      journal: () => ({
        append: () => Promise.reject(code === null ? new Error('why?') : failure(code)),
      }),
      space: { free, minimum: 50 },
    } as unknown as Parameters<typeof sealInJournal>[1]);
    expect(said).toEqual({ ok: false, refusal });
  });
});

test('a journal that cannot be opened keeps nobody from it: its lock is given back', async () => {
  const folder = await temporaryFolder();
  await (await aJournal(folder)).close();
  (await whenAskedTo('truncate')).mockRejectedValue(failure('EIO'));
  const torn = await open(segmentIn(folder), 'a');
  await torn.writeFile('half a li');
  await torn.close();
  await expect(aJournal(folder)).rejects.toThrow('EIO');
  expect(await readdir(folder)).not.toContain('lock');
});
