import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { noKeyring } from '../../../electron/main/machine/keyring.ts';
import { openVault } from '../../../electron/main/machine/vault.ts';
import { memoryKeyring } from '../station/aStation.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const Secret = z.object({ token: z.string() });
const secret = { token: 'very-secret-token' };

test('with a keyring nothing readable is on disk, and only that keyring reveals it', async () => {
  const folder = await temporaryFolder();
  const keyring = memoryKeyring();
  await (await openVault(folder, keyring)).write('token', secret);
  const [file = ''] = await readdir(folder);
  expect((await readFile(path.join(folder, file))).includes('secret')).toBe(false);
  expect(await (await openVault(folder, keyring)).read('token', Secret)).toEqual(secret);
  expect(await (await openVault(folder, memoryKeyring())).read('token', Secret)).toBeNull();
});

test('without a keyring only the owner may read the file, and a later keyring takes over', async () => {
  const folder = await temporaryFolder();
  await (await openVault(folder, noKeyring)).write('token', secret);
  const file = path.join(folder, 'token.secret');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const later = await openVault(folder, memoryKeyring());
  expect(await later.read('token', Secret)).toEqual(secret);
  expect((await readFile(file)).includes('secret')).toBe(false);
  expect(await later.read('token', Secret)).toEqual(secret);
});

test('what is not as it should be counts as nothing, and what is forgotten is gone', async () => {
  const folder = await temporaryFolder();
  const vault = await openVault(folder, memoryKeyring());
  await vault.write('token', { token: 7 });
  expect(await vault.read('token', Secret)).toBeNull();
  await vault.forget('token');
  expect(await readdir(folder)).toEqual([]);
});
