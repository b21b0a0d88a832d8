const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Twenty random bytes in base 32, as RFC 4226 recommends. */
export function newTotpSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const fives = bits.match(/.{5}/g) ?? [];
  return fives.map((five) => letters.charAt(Number.parseInt(five, 2))).join('');
}

/** What a QR code tells an authenticator application. */
export function totpAddress(secret: string, account: string): string {
  const label = encodeURIComponent(`Quayside:${account} (${location.host})`);
  return `otpauth://totp/${label}?secret=${secret}&issuer=Quayside`;
}
