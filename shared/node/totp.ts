import { createHmac, timingSafeEqual } from 'node:crypto';

const stepMs = 30_000;
const digits = 6;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The step of thirty seconds a moment lies in (RFC 6238, X = 30, T0 = 1970). `ms`: since 1970. */
export function totpStep(ms: number): number {
  return Math.floor(ms / stepMs);
}

/** The code of one step: HMAC-SHA-1, truncated as RFC 4226 5.3 says. `length` is 6 in every common app. */
export function totpCode(secret: Uint8Array, step: number, length = digits): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 0xf;
  const number = hash.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** length).padStart(length, '0');
}

/**
 * The step whose code this is: the present one, or one before or after it (RFC 6238, 5.2). Null: none of
 * them, or one not after `lastStep`: a code counts once.
 */
export function stepOfCode(
  secret: Uint8Array,
  code: string,
  at: { readonly ms: number; readonly lastStep: number },
): number | null {
  const given = Buffer.from(code);
  if (given.length !== digits) return null;
  const now = totpStep(at.ms);
  const found = [now - 1, now, now + 1].filter(
    (step) => step >= 0 && timingSafeEqual(Buffer.from(totpCode(secret, step)), given),
  );
  return found.find((step) => step > at.lastStep) ?? null;
}

/** Base 32 without padding (RFC 4648), as applications take secrets. Null: not that. */
export function readBase32(text: string): Buffer | null {
  const bits = Array.from(text).map((letter) => letters.indexOf(letter));
  if (bits.includes(-1)) return null;
  const joined = bits.map((five) => five.toString(2).padStart(5, '0')).join('');
  const bytes = joined.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
