import { execFile } from 'node:child_process';
import { appendFile, cp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { rescueTool } from '../../../electron/main/rescue/rescueTool.ts';
import { bootIdOf } from '../../../shared/node/bootId.ts';
import { lockFolder } from '../../../shared/node/folderLock.ts';
import { cheapSecrets } from '../../cheapSecrets.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { aStationFolder, segmentOf, spoilLine } from './aStationFolder.ts';

// What a code becomes is proved in `rescueFile`, and below by the tool as a process.
cheapSecrets();

async function run(...args: string[]) {
  const said = { out: '', err: '' };
  const ending = await rescueTool(args, {
    say: (line) => (said.out += `${line}\n`),
    complain: (line) => (said.err += `${line}\n`),
  });
  return { ...said, ending, code: codeIn(said.out) };
}
const codeIn = (out: string) => /^Code: (\S+)$/m.exec(out)?.[1] ?? '';

/** Everything in a folder, with its times: what only reads leaves it so. */
async function stateOf(folder: string) {
  const names = (await readdir(folder, { recursive: true })).toSorted();
  return await Promise.all(
    names.map(async (name) => {
      const { mtimeMs, size, mode } = await stat(path.join(folder, name));
      return { name, mtimeMs, size, mode };
    }),
  );
}

async function places() {
  const folder = await temporaryFolder();
  return { from: path.join(folder, 'station'), to: path.join(folder, 'dock2.quayside-rescue') };
}

describe('the tool for a station that does not start any more', () => {
  test('writes what central has not answered, with the photos, and leaves the folder as it was', async () => {
    const { from, to } = await places();
    const { pictures } = await aStationFolder(from, { commands: 12, photos: 3, settled: 4 });
    const before = await stateOf(from);
    const exported = await run('--from', from, '--to', to);
    expect(exported).toMatchObject({ ending: 0, err: '' });
    expect(exported.out).toContain('Dock 2, Newark: 8 records and 3 photos');
    expect(await stateOf(from)).toEqual(before);

    const listed = await run('--list', to, '--code', exported.code);
    expect(listed.ending).toBe(0);
    expect(listed.out.match(/fact-\d+$/gm)).toEqual(
      Array.from({ length: 8 }, (_, i) => `fact-${i + 5}`),
    );
    for (const sha256 of pictures) expect(listed.out).toContain(sha256);
    expect((await readFile(to)).includes('fact-5')).toBe(false);

    const all = await run('--from', from, '--to', `${to}-all`, '--accepted');
    expect(all.out).toContain('12 records and 3 photos');
    const again = await run('--from', from, '--to', to);
    expect(again).toMatchObject({ ending: 1, out: '' });
    expect(again.err).toContain('is there already');
    const inside = await run('--from', from, '--to', path.join(from, 'x'));
    expect(inside.err).toContain('inside the folder');
  });

  test('takes from a damaged folder all that can be read, and names the lines that cannot', async () => {
    const { from, to } = await places();
    const { pictures } = await aStationFolder(from, { commands: 30, photos: 2, settled: 2 });
    const [first = ''] = pictures;
    const segments = (await readdir(path.join(from, 'journal'))).filter((it) =>
      it.endsWith('.log'),
    );
    expect(segments.length).toBeGreaterThan(2);
    await spoilLine(segmentOf(from, 1), 5);
    // Cut in the middle of the last line, junk behind it, and the smaller files are nonsense.
    const last = segmentOf(from, segments.filter((it) => /^\d/.test(it)).length);
    const content = await readFile(last, 'utf8');
    await writeFile(last, content.slice(0, -40));
    await appendFile(last, '\u0000\u0000\u0000');
    await writeFile(path.join(from, 'station.json'), 'nonsense');
    await appendFile(path.join(from, 'journal/settled.log'), 'nonsense\n');
    await appendFile(path.join(from, 'photos', first.slice(0, 2), `${first}.jpg`), 'x');
    const before = await stateOf(from);

    const exported = await run('--from', from, '--to', to);
    expect(exported.ending).toBe(1);
    expect(await stateOf(from)).toEqual(before);
    expect(exported.err).toContain('Cannot be read: 00000001.log:5');
    expect(exported.err).toContain('Numbers nothing was found for: 5, 30');
    expect(exported.err).toContain(`Damaged photo left out: ${first}`);
    const listed = await run('--list', to, '--code', exported.code);
    expect(listed.out.match(/fact-\d+$/gm)).toEqual(
      [3, 4, ...Array.from({ length: 24 }, (_, i) => i + 6)].map((n) => `fact-${n}`),
    );
  });

  test('refuses a folder that a living process has open, and reads it when told to all the same', async () => {
    const { from, to } = await places();
    await aStationFolder(from, { commands: 3 });
    const lock = await lockFolder(path.join(from, 'journal'), await bootIdOf());
    const held = await run('--from', from, '--to', to);
    expect(held).toMatchObject({ ending: 1, out: '' });
    expect(held.err).toContain('Quayside is open on this folder');
    expect((await run('--from', from, '--to', to, '--even-if-open')).ending).toBe(0);
    await lock.release();
    expect((await run('--from', from, '--to', `${to}2`)).ending).toBe(0);
  });

  test('runs as a process of its own, with nothing but Node', async () => {
    const { from, to } = await places();
    await aStationFolder(from, { commands: 3 });
    const entry = path.resolve('electron/main/rescue/rescue.ts');
    const tool = (...args: readonly string[]) =>
      promisify(execFile)(process.execPath, [entry, ...args]);
    const { stdout } = await tool('--from', from, '--to', to);
    const listed = await tool('--list', to, '--code', codeIn(stdout));
    expect(listed.stdout).toContain('3 records');
    await expect(tool('--form', from)).rejects.toMatchObject({ code: 2 });
  });

  test('is not held up by the lock of a process that was killed', async () => {
    const { from, to } = await places();
    await aStationFolder(from, { commands: 3 });
    const dead = { pid: 4_194_303, nonce: 'n', bootId: 'b', uptimeSeconds: 1, startedAtTick: '7' };
    await writeFile(path.join(from, 'journal/lock'), JSON.stringify(dead));
    expect((await run('--from', from, '--to', to)).ending).toBe(0);
  });

  test('finds the journal that an earlier station left in the folder', async () => {
    const { from, to } = await places();
    await aStationFolder(from, { commands: 3 });
    await rename(path.join(from, 'journal'), path.join(from, 'journal-station-1-1700000000000'));
    await cp(path.join(from, 'photos'), path.join(from, 'journal'), { recursive: true });
    const now = await run('--from', from, '--to', to);
    expect(now.err).toContain('--journal journal-station-1-1700000000000');
    const earlier = await run(
      '--from',
      from,
      '--to',
      to,
      '--journal',
      'journal-station-1-1700000000000',
    );
    expect(earlier.out).toContain('3 records and 0 photos');
  });

  test('takes the photos where the journal is lost altogether', async () => {
    const { from, to } = await places();
    await aStationFolder(from, { commands: 3, photos: 2 });
    await rm(path.join(from, 'journal'), { recursive: true });
    const exported = await run('--from', from, '--to', to);
    expect(exported.ending).toBe(1);
    expect(exported.err).toContain('Numbers nothing was found for: 1, 2, 3');
    expect(exported.out).toContain('0 records and 2 photos');
  });

  test('says in words when the code is wrong, the file damaged, or the folder none of a station', async () => {
    const { from, to } = await places();
    await aStationFolder(from, { commands: 3 });
    const { code } = await run('--from', from, '--to', to);
    expect((await run('--list', to, '--code', 'AAAA')).err).toContain('code does not fit');
    const content = await readFile(to);
    await writeFile(to, content.subarray(0, -5));
    const cut = await run('--list', to, '--code', code);
    expect(cut.ending).toBe(1);
    expect(cut.err).toContain('The file is damaged');
    await writeFile(to, 'something else');
    expect((await run('--list', to, '--code', code)).err).toContain('not a Quayside rescue file');
    const elsewhere = await run('--from', path.dirname(from), '--to', `${to}3`);
    expect(elsewhere.err).toContain('not the folder of a station');
    expect((await run('--from', from)).ending).toBe(2);
  });
});
