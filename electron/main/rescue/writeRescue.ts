import { createCipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../machine/durableFile.ts';
import { readEntries, readHeader } from './readRescue.ts';
import type { RescueKeys, RescueSeal } from './rescueCode.ts';
import {
  formatNow,
  magic,
  nonceOf,
  type RescueEntry,
  type RescueHeader,
  sheetBytes,
} from './rescueFormat.ts';

export type WrittenRescue = {
  readonly commands: number;
  readonly photos: number;
  readonly bytes: number;
};

/**
 * Writes a rescue file and reads it back before it gets its name. Holds one photo in memory at a
 * time. Throws what the disk throws, and `AbortError` when `signal` says so; no file is left then.
 */
export async function writeRescue(
  file: string,
  given: {
    readonly seal: RescueSeal;
    readonly header: Omit<RescueHeader, 'salt'>;
    readonly entries: AsyncIterable<RescueEntry>;
    readonly signal?: AbortSignal;
  },
): Promise<WrittenRescue> {
  const { salt, keys } = given.seal;
  const temporary = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const opened = await open(temporary, 'wx+', 0o600);
    try {
      await opened.appendFile(clearPart({ ...given.header, salt: salt.toString('base64') }, keys));
      const counts = await writeSheets(opened, given.entries, keys, given.signal);
      await opened.sync();
      await readBack(opened, keys, given.signal);
      const { size } = await opened.stat();
      await opened.close();
      await rename(temporary, file);
      await syncFolder(path.dirname(file)).catch(() => null);
      return { ...counts, bytes: size };
    } finally {
      await opened.close();
    }
  } catch (failure) {
    await rm(temporary, { force: true });
    throw failure;
  }
}

function clearPart(header: RescueHeader, keys: RescueKeys): Buffer {
  const text = Buffer.from(JSON.stringify(header), 'utf8');
  const sizes = Buffer.alloc(6);
  sizes.writeUInt16BE(formatNow, 0);
  sizes.writeUInt32BE(text.length, 2);
  const proved = Buffer.concat([magic, sizes, text]);
  const check = createHash('sha256').update(proved).digest();
  return Buffer.concat([proved, check, createHmac('sha256', keys.proof).update(proved).digest()]);
}

async function writeSheets(
  file: FileHandle,
  entries: AsyncIterable<RescueEntry>,
  keys: RescueKeys,
  signal: AbortSignal | undefined,
): Promise<{ readonly commands: number; readonly photos: number }> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let sheet = 0;
  async function add(piece: Buffer) {
    held.push(piece);
    heldBytes += piece.length;
    if (heldBytes <= sheetBytes) return;
    // The last sheet is the one that is not followed by anything: a full one waits for that.
    let plain = Buffer.concat(held);
    for (; plain.length > sheetBytes; plain = plain.subarray(sheetBytes)) {
      await file.appendFile(sealed(plain.subarray(0, sheetBytes), nonceOf(sheet, false), keys));
      sheet += 1;
    }
    held = [plain];
    heldBytes = plain.length;
  }

  const counted = { commands: 0, photos: 0 };
  for await (const entry of entries) {
    signal?.throwIfAborted();
    if (entry.kind === 'command') {
      await add(Buffer.from(`C ${entry.line}\n`, 'utf8'));
      counted.commands += 1;
    } else {
      const { sha256, extension, bytes } = entry;
      await add(Buffer.from(`P ${sha256} ${extension} ${bytes.length}\n`, 'latin1'));
      await add(bytes);
      counted.photos += 1;
    }
  }
  await add(Buffer.from(`E ${counted.commands} ${counted.photos}\n`, 'latin1'));
  await file.appendFile(sealed(Buffer.concat(held), nonceOf(sheet, true), keys));
  return counted;
}

function sealed(plain: Buffer, nonce: Buffer, keys: RescueKeys): Buffer {
  const cipher = createCipheriv('aes-256-gcm', keys.sheets, nonce);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** A stick may say "written" and mean something else: the file is proved while the work is still here. */
async function readBack(
  file: FileHandle,
  keys: RescueKeys,
  signal: AbortSignal | undefined,
): Promise<void> {
  const read = await readHeader(file);
  if (!read.ok) throw new Error(`The file just written cannot be read: ${read.refusal.code}`);
  for await (const entry of readEntries(file, read.value.sheetsAt, keys)) {
    signal?.throwIfAborted();
    if (entry.kind !== 'photo') continue;
    const found = createHash('sha256').update(entry.bytes).digest('hex');
    if (found !== entry.sha256) throw new Error('A photo in the file just written is not whole');
  }
}
