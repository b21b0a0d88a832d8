import { safeStorage } from 'electron';
import { type Keyring, noKeyring } from './machine/keyring.ts';

/** What Electron before its asynchronous interface offers; it stops the process while it waits. */
type AtOnce = {
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (bytes: Buffer) => string;
  readonly getSelectedStorageBackend?: () => string;
};
const atOnce: AtOnce = safeStorage;
const isAsync = 'encryptStringAsync' in safeStorage;

/** Nothing here keeps secrets from whoever copies the disk. */
export class NoKeyring extends Error {}

/** A release build works with a keyring alone; the demo has no secrets worth one. */
export async function keyringFor(start: {
  readonly isPackaged: boolean;
  readonly demo: boolean;
}): Promise<Keyring> {
  const keyring = await electronKeyring();
  if (keyring.kind === 'none' && start.isPackaged && !start.demo)
    throw new NoKeyring('No keyring is available');
  return keyring;
}

/**
 * The operating system's keyring. Linux without one falls back to a fixed password, which protects
 * nothing: that is `none`.
 */
async function electronKeyring(): Promise<Keyring> {
  if (!(await isAvailable())) return noKeyring;
  return {
    kind: 'os',
    async protect(plain) {
      const text = Buffer.from(plain).toString('base64');
      return isAsync ? await safeStorage.encryptStringAsync(text) : atOnce.encryptString(text);
    },
    async reveal(kept) {
      const bytes = Buffer.from(kept);
      const text = isAsync
        ? (await safeStorage.decryptStringAsync(bytes)).result
        : atOnce.decryptString(bytes);
      return Buffer.from(text, 'base64');
    },
  };
}

async function isAvailable(): Promise<boolean> {
  const available = isAsync
    ? await safeStorage.isAsyncEncryptionAvailable()
    : atOnce.isEncryptionAvailable();
  const isPlain =
    process.platform === 'linux' && atOnce.getSelectedStorageBackend?.() === 'basic_text';
  return available && !isPlain;
}
