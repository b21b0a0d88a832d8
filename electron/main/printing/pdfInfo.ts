/** What a PDF says of itself. */
export type PdfInfo = {
  readonly title: string;
  readonly author: string;
  readonly creator: string;
  /** Milliseconds since 1970 UTC. */
  readonly madeAt: number;
};

/**
 * Title and author for a PDF that Chromium wrote, which names neither: appended as an incremental update
 * (ISO 32000-1, 7.5.6), so that nothing of what was printed is touched. Null: it does not end as
 * Chromium's do, and is left as it is.
 */
export function withInfo(pdf: Uint8Array, info: PdfInfo): Uint8Array | null {
  const printed = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const end = printed.subarray(-2048).toString('latin1');
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1];
  const trailer = /trailer\s*<<([\s\S]*)>>\s*startxref\s+\d+\s+%%EOF\s*$/.exec(end)?.[1];
  const size = trailer && /\/Size\s+(\d+)/.exec(trailer)?.[1];
  const root = trailer && /\/Root\s+(\d+ \d+ R)/.exec(trailer)?.[1];
  if (!start || !size || !root) return null;
  const at = printed.byteLength + 1;
  const made = dateOf(info.madeAt);
  const object = `${size} 0 obj
<</Title ${textOf(info.title)}
/Author ${textOf(info.author)}
/Creator ${textOf(info.creator)}
/Producer (Skia/PDF)
/CreationDate ${made}
/ModDate ${made}>>
endobj
`;
  const update = `
${object}xref
${size} 1
${String(at).padStart(10, '0')} 00000 n 
trailer
<</Size ${Number(size) + 1}
/Root ${root}
/Info ${size} 0 R
/Prev ${start}>>
startxref
${at + object.length}
%%EOF
`;
  return Buffer.concat([printed, Buffer.from(update, 'latin1')]);
}

/** UTF-16 with its mark, as hexadecimal: any sign, and none that ends the text. */
function textOf(text: string): string {
  const units = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${units.toString('hex')}>`;
}

function dateOf(ms: number): string {
  return `(D:${new Date(ms).toISOString().replace(/[-:T]|\.\d+Z$/g, '')}Z)`;
}
