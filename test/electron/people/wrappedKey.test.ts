import {
  createCipheriv,
  createHmac,
  generateKeyPairSync,
  randomBytes,
  scryptSync,
} from 'node:crypto';
import { expect, test } from 'vitest';
import { unwrapKey, wrapKey } from '../../../electron/main/people/wrappedKey.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const plain = privateKey.export({ format: 'der', type: 'pkcs8' });
const secret = randomBytes(32);

test('a key opens with the PIN and the secret of the station it was born at, and with neither alone', async () => {
  const wrapped = await wrapKey(privateKey, '482915', secret);
  expect((await unwrapKey(wrapped, '482915', secret))?.equals(privateKey)).toBe(true);
  expect(await unwrapKey(wrapped, '482916', secret)).toBeNull();
  expect(await unwrapKey(wrapped, '482915', randomBytes(32))).toBeNull();
  expect(await unwrapKey(wrapped, '482915', null)).toBeNull();
});

/** Made by other code than ours. */
function wrappedElsewhere(stationSecret: Buffer | null) {
  const salt = randomBytes(16);
  const typed = scryptSync('482915', salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 });
  const key =
    stationSecret === null
      ? typed
      : createHmac('sha256', stationSecret).update('quayside-person-key-1').update(typed).digest();
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const content = [iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()];
  return {
    wrappedKey: Buffer.concat(content).toString('base64'),
    salt: salt.toString('base64'),
  };
}

test('it is wrapped by scrypt of the PIN under the station’s secret, and as central once did without one', async () => {
  for (const stationSecret of [secret, null]) {
    const opened = await unwrapKey(wrappedElsewhere(stationSecret), '482915', stationSecret);
    expect(opened?.equals(privateKey)).toBe(true);
  }
});
