import { createHash, type KeyObject, sign } from 'node:crypto';
import { canonicalJson } from '../sync/canonicalJson.ts';
import type { Command } from '../sync/command.ts';

/** SHA-256 of the canonical command without `hash` and `signature`, in hex. */
export function commandHash(command: Readonly<Record<string, unknown>>): string {
  const { hash: _hash, signature: _signature, ...content } = command;
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** ECDSA P-256 with SHA-256 over the 32 bytes of the hash, IEEE P1363, base64. */
export function signHash(hash: string, key: KeyObject): string {
  const bytes = Buffer.from(hash, 'hex');
  return sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }).toString('base64');
}

/** The numbered and chained command with its hash and the person's signature. */
export function seal(content: Omit<Command, 'hash' | 'signature'>, key: KeyObject): Command {
  const hash = commandHash(content);
  return { ...content, hash, signature: signHash(hash, key) };
}
