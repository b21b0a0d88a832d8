import { scrypt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ScryptOrder } from './scryptThread.ts';

/** 128 MiB and about a third of a second: the same wherever a secret is made of what a person types. */
export const scryptCost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

/**
 * Electron's Node stands on BoringSSL, where asking whether the cost is allowed computes the whole:
 * on the thread that asks, which then stands still, and a second time on one of its own.
 */
const computesTwice = 'electron' in process.versions;

/** scrypt of what a person types. The text is hashed as it is given: normalise it before. */
export async function scryptSecret(text: string, salt: Buffer, bytes: number): Promise<Buffer> {
  if (!computesTwice) return await native(text, salt, bytes);
  const thread = await readFile(path.join(__dirname, 'scryptThread.cjs'), 'utf8');
  return await scryptBeside(thread, { text, salt, bytes, cost: scryptCost });
}

/** By a thread of this source: a packed application has no file a thread could start from. */
export function scryptBeside(source: string, order: ScryptOrder): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(source, { eval: true, workerData: order });
    thread.once('message', (secret: Uint8Array) => resolve(Buffer.from(secret)));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The thread ended without a secret')));
  });
}

function native(text: string, salt: Buffer, bytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(text, salt, bytes, scryptCost, (failure, secret) => {
      if (failure) reject(failure);
      else resolve(secret);
    });
  });
}
