import { createDecipheriv, createHash, createHmac, randomBytes, scryptSync } from 'node:crypto';
import { open, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  RescueDamaged,
  readEntries,
  readHeader,
  unlock,
} from '../../../electron/main/rescue/readRescue.ts';
import { newSeal, type RescueKeys } from '../../../electron/main/rescue/rescueCode.ts';
import {
  preludeBytes,
  type RescueEntry,
  sheetBytes,
  tagBytes,
} from '../../../electron/main/rescue/rescueFormat.ts';
import { writeRescue } from '../../../electron/main/rescue/writeRescue.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const header = {
  station: { id: 'station-1', name: 'Dock 2' },
  site: { id: 'site-1', name: 'Newark' },
  madeAt: '2026-11-18T15:00:00.000Z',
  commands: 2,
  photos: 1,
  photoBytes: 10,
};

function aPhoto(bytes: number): RescueEntry {
  const content = randomBytes(bytes);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { kind: 'photo', sha256, extension: 'jpg', bytes: content };
}
const command = (line: string): RescueEntry => ({ kind: 'command', line });
const few = () => [command('first, with ümlaut'), command('second'), aPhoto(10)];

async function* each(entries: readonly RescueEntry[]) {
  yield* entries;
}

/** Deriving keys is slow on purpose: one seal does for all the files here. */
const sealing = newSeal();

async function aRescueFile(entries: readonly RescueEntry[]) {
  const file = path.join(await temporaryFolder(), 'a.quayside-rescue');
  const seal = await sealing;
  const written = await writeRescue(file, { seal, header, entries: each(entries) });
  const content = await readFile(file);
  return { file, content, code: seal.code, keys: seal.keys, ...written };
}

async function read(
  file: string,
  keysOf: (read: Parameters<typeof unlock>[0]) => Promise<RescueKeys | null>,
) {
  const opened = await open(file, 'r');
  try {
    const found = await readHeader(opened);
    if (!found.ok) return found.refusal.code;
    const keys = await keysOf(found.value);
    if (keys === null) return 'wrongCode';
    const entries: RescueEntry[] = [];
    try {
      for await (const entry of readEntries(opened, found.value.sheetsAt, keys))
        entries.push(entry);
      return { entries, end: 'whole' };
    } catch (failure) {
      if (!(failure instanceof RescueDamaged)) throw failure;
      return { entries, end: 'damaged' };
    }
  } finally {
    await opened.close();
  }
}
const withCode = (code: string) => (found: Parameters<typeof unlock>[0]) => unlock(found, code);

describe('a rescue file', () => {
  test('gives back what was put in, in order, to whoever has the code', async () => {
    const entries = few();
    const { file, code, commands, photos } = await aRescueFile(entries);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect({ commands, photos }).toEqual({ commands: 2, photos: 1 });
    expect(await read(file, withCode(code))).toEqual({ entries, end: 'whole' });
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`;
    expect(await read(file, withCode(typed))).toEqual({ entries, end: 'whole' });
  });

  test('stays shut with any other code', async () => {
    const { file, code } = await aRescueFile(few());
    const other = code.startsWith('A') ? `B${code.slice(1)}` : `A${code.slice(1)}`;
    for (const wrong of [other, '', code.slice(0, -1)])
      expect(await read(file, withCode(wrong))).toBe('wrongCode');
  });

  test('opens by what its description says, in other code than ours', async () => {
    const { code, content } = await aRescueFile([command('first'), aPhoto(2 * sheetBytes)]);
    const headerEnd = 22 + content.readUInt32BE(18);
    const { salt } = JSON.parse(content.toString('utf8', 22, headerEnd)) as { salt: string };
    const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 };
    const secret = scryptSync(code.replaceAll('-', ''), Buffer.from(salt, 'base64'), 64, cost);
    const proof = createHmac('sha256', secret.subarray(32)).update(content.subarray(0, headerEnd));
    expect(proof.digest()).toEqual(content.subarray(headerEnd + 32, headerEnd + 64));
    const sheets = content.subarray(headerEnd + 64);
    const opened = [0, 1, 2].map((number) => {
      const sealed = sheets.subarray(number * 65_552, (number + 1) * 65_552);
      const nonce = Buffer.from(
        `00000000000000000000${number === 2 ? '0201' : `0${number}00`}`,
        'hex',
      );
      const decipher = createDecipheriv('aes-256-gcm', secret.subarray(0, 32), nonce);
      decipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    });
    const text = Buffer.concat(opened).toString('latin1');
    expect(text.startsWith('C first\nP ')).toBe(true);
    expect(text.endsWith('E 1 1\n')).toBe(true);
  });

  test('shows in clear whose work it is, and nothing of the work', async () => {
    const { file, content } = await aRescueFile(few());
    const opened = await open(file, 'r');
    const found = await readHeader(opened);
    await opened.close();
    expect(found).toMatchObject({ ok: true, value: { header } });
    expect(content.includes('second')).toBe(false);
  });

  test.each([
    sheetBytes - 17,
    sheetBytes - 16,
    sheetBytes - 15,
    2 * sheetBytes,
    5 * sheetBytes + 1,
  ])('holds a line of %d characters, wherever a sheet ends', async (length) => {
    const entries = [command('x'.repeat(length)), aPhoto(3 * sheetBytes), command('after it')];
    const { file, keys } = await aRescueFile(entries);
    expect(await read(file, async () => keys)).toEqual({ entries, end: 'whole' });
  });

  test('cut off after any of its bytes, it is never taken for whole, and gives out only what was put in', async () => {
    const entries = few();
    const { file, keys, content } = await aRescueFile(entries);
    for (let length = 0; length < content.length; length += 1) {
      await writeFile(file, content.subarray(0, length));
      const found = await read(file, async () => keys);
      if (typeof found === 'string') {
        expect(['notRescueFile', 'damagedHeader']).toContain(found);
        continue;
      }
      expect(found.end).toBe('damaged');
      expect(found.entries).toEqual(entries.slice(0, found.entries.length));
    }
  });

  test('with any of its bytes changed, it is never taken for whole', async () => {
    const { file, keys, content } = await aRescueFile(few());
    for (let at = 0; at < content.length; at += 1) {
      const changed = Buffer.from(content);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await writeFile(file, changed);
      const found = await read(file, async ({ proof, proved }) => {
        const isProof = !proof.equals(content.subarray(proved.length + 32, proved.length + 64));
        return isProof ? null : keys;
      });
      if (typeof found === 'string')
        expect(['notRescueFile', 'damagedHeader', 'newerFormat', 'wrongCode']).toContain(found);
      else expect(found.end).toBe('damaged');
    }
  });

  test('cut off between two sheets, with sheets swapped, repeated or something added, it is damaged', async () => {
    const entries = [command('first'), aPhoto(3 * sheetBytes)];
    const { file, keys, content } = await aRescueFile(entries);
    const whole = sheetBytes + tagBytes;
    const start = preludeBytes + content.readUInt32BE(preludeBytes - 4) + 64;
    const sheet = (n: number) => content.subarray(start + n * whole, start + (n + 1) * whole);
    const clear = content.subarray(0, start);
    const [a, b, c, d] = [sheet(0), sheet(1), sheet(2), sheet(3)];
    for (const sheets of [
      [a],
      [a, b],
      [a, b, c],
      [b, a, c, d],
      [a, c, b, d],
      [a, b, b, c, d],
      [a, c, d],
      [a, b, c, d, d],
      [a, b, c, d, Buffer.from('x')],
    ]) {
      await writeFile(file, Buffer.concat([clear, ...sheets]));
      expect(await read(file, async () => keys)).toMatchObject({ end: 'damaged' });
    }
    await writeFile(file, Buffer.concat([clear, a, b, c, d]));
    expect(await read(file, async () => keys)).toEqual({ entries, end: 'whole' });
  });

  test('of a later format is refused by its number, and what is something else by name', async () => {
    const { file, content } = await aRescueFile(few());
    const later = Buffer.from(content);
    later.writeUInt16BE(2, 16);
    await writeFile(file, later);
    const opened = await open(file, 'r');
    expect(await readHeader(opened)).toEqual({
      ok: false,
      refusal: { code: 'newerFormat', format: 2 },
    });
    await opened.close();
    for (const other of ['', 'quayside', 'PK\u0003\u0004 something else entirely']) {
      await writeFile(file, other);
      expect(await read(file, withCode('x'))).toBe('notRescueFile');
    }
  });

  test('leaves no half of a file behind when it is called off or its source fails', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'b.quayside-rescue');
    const seal = await sealing;
    const stop = new AbortController();
    async function* stopping() {
      yield command('first');
      stop.abort();
      yield command('second');
    }
    await expect(
      writeRescue(file, { seal, header, entries: stopping(), signal: stop.signal }),
    ).rejects.toThrow(/abort/i);
    async function* failing() {
      yield command('first');
      throw new Error('the disk is gone');
    }
    await expect(writeRescue(file, { seal, header, entries: failing() })).rejects.toThrow(
      'disk is gone',
    );
    expect(await readdir(folder)).toEqual([]);
  });
});
