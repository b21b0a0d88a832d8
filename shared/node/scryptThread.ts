/** A thread of its own, built into one file: computes one scrypt and ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { scrypt } from '@noble/hashes/scrypt.js';

export type ScryptOrder = {
  readonly text: string;
  readonly salt: Uint8Array;
  readonly cost: {
    readonly N: number;
    readonly r: number;
    readonly p: number;
    readonly maxmem: number;
  };
  readonly bytes: number;
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what scryptBeside hands over
const { text, salt, cost, bytes } = workerData as ScryptOrder;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(scrypt(text, salt, { ...cost, dkLen: bytes }));
