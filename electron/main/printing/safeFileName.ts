const mostSigns = 100;
/** Names Windows keeps for itself, whatever follows them. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name any of our systems takes for a file: no folder, no sign that hides or turns what follows. */
export function safeFileName(wanted: string): string {
  const plain = wanted
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '-')
    .replace(/\s+/g, ' ');
  const cut = Array.from(plain)
    .slice(0, mostSigns)
    .join('')
    .replace(/^[. -]+|[. -]+$/g, '');
  if (cut === '') return 'Quayside';
  return reserved.test(cut) ? `_${cut}` : cut;
}
