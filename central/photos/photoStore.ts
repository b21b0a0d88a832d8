import type { Readable } from 'node:stream';
import type { DataStore } from '@tus/server';
import type { FoundPhoto } from './foundPhoto.ts';

/** Photo bytes under their hash, on a disk or in a bucket that several centrals share. */
export type PhotoStore = {
  /** Where uploads grow before they are checked. */
  readonly uploads: DataStore;
  /** What an upload holds; null when it holds nothing any more. */
  inspect(uploadId: string): Promise<FoundPhoto | null>;
  /** Takes a checked upload in; durable when it returns. */
  keep(sha256: string, uploadId: string): Promise<void>;
  /** Throws away a whole upload that proved not to be what it said. */
  discard(uploadId: string): Promise<void>;
  /** Takes in bytes that did not come through an upload. */
  put(bytes: Uint8Array): Promise<FoundPhoto>;
  read(sha256: string): Promise<{ readonly bytes: number; readonly stream: Readable } | null>;
  /** Whether the place says it is nearly full; a bucket never does. */
  isNearlyFull(): Promise<boolean>;
  /** Removes uploads nobody touched for a week. */
  sweep(now: Date): Promise<void>;
};
