import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Tokens and codes are stored only as this. They are long and random, so no slow hash is needed. */
export function fingerprintOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function newToken(): string {
  return `qs_${randomBytes(32).toString('base64url')}`;
}

export function newAdminToken(): string {
  return `qa_${randomBytes(32).toString('base64url')}`;
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Of a station's enrolment, or a person's joining: twelve characters of 32 in threes, e.g. "7K4-M2Q-XD9-1RT": 60 bits, easy to read out. */
export function newEnrolmentCode(): string {
  const draw = () => letters.charAt(randomInt(letters.length));
  return Array.from({ length: 4 }, () => draw() + draw() + draw()).join('-');
}

/** As typed: case, spaces and dashes do not matter, nor do the letters that look like digits. */
export function readEnrolmentCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

export function isSameSecret(given: string, fingerprint: string): boolean {
  return timingSafeEqual(Buffer.from(fingerprintOf(given), 'hex'), Buffer.from(fingerprint, 'hex'));
}

/** What both screens show when a station joins. */
export function stationFingerprint(centralId: string, stationId: string): string {
  return createHash('sha256').update(`${centralId}${stationId}`).digest('hex').slice(0, 16);
}
