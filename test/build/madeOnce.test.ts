import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { madeOnce } from '../e2e/madeOnce.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'quayside-made-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what several ask for at once is made by one of them', async () => {
  const place = path.join(folder, 'company');
  const make = vi.fn<(at: string) => Promise<void>>(async (at) =>
    writeFileSync(path.join(at, 'it'), ''),
  );
  const asked = [madeOnce(place, make), madeOnce(place, make)];
  expect(await Promise.all(asked)).toEqual([place, place]);
  expect(make).toHaveBeenCalledOnce();
});

test('whoever waits for somebody who failed, or was killed over it, makes it', async () => {
  const place = path.join(folder, 'joined');
  await expect(madeOnce(place, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  mkdirSync(`${place}.making`);
  writeFileSync(path.join(`${place}.making`, 'half'), '');
  writeFileSync(`${place}.making.pid`, String(pid));
  const make = vi.fn<(at: string) => Promise<void>>(async () => undefined);
  expect(await madeOnce(place, make)).toBe(place);
  expect(make).toHaveBeenCalledOnce();
}, 20_000);
