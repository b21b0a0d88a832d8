/**
 * A number as it is compared and indexed: capitals without blanks, hyphens, control characters, the
 * scanner's AIM identifier and Code 39's asterisks, full-width characters as plain ones. Two people,
 * two printers and two scanners write one number in as many ways.
 */
export function normalForm(text: string): string {
  if (/^[0-9A-Z]+$/.test(text)) return text;
  const plain = text
    .replace(/^\s*\][A-Za-z][0-9A-Za-z]/, '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cc}\p{Cf}\p{Pd}\u2212]+/gu, '')
    .replace(/^\*+|\*+$/g, '');
  // Nothing but hyphens is still something somebody may have written down.
  return plain === '' ? text.replace(/[\s\p{Cc}]+/gu, '') : plain;
}
