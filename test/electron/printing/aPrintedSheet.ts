import type { PrintedCards } from '../../../shared/desktop/printedDocument.ts';

/** One card to cut out. */
export function aPrintedSheet(overrides: Partial<PrintedCards> = {}): PrintedCards {
  return {
    kind: 'cards',
    tag: 'en-GB',
    direction: 'ltr',
    title: 'Command cards',
    author: 'Quayside · Newark',
    foot: { start: 'Command cards', page: 'page {page} of {pages}' },
    head: { site: 'Newark', what: 'Command cards', how: 'Cut along the dashes.' },
    size: 'card',
    cards: [{ word: 'Undo', under: '', symbol: 'code128', code: 'QS-CMD-UNDO', reads: ['UNDO'] }],
    ...overrides,
  };
}

/** As Chromium ends a PDF: a classic table of objects, and a trailer that names neither title nor author. */
export function aPrintedPdf(): Uint8Array {
  const body =
    '%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type /Pages /Kids [] /Count 0>>\nendobj\n';
  const at = body.length;
  return Buffer.from(
    `${body}xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000056 00000 n \ntrailer\n<</Size 3\n/Root 1 0 R\n/Info 2 0 R>>\nstartxref\n${at}\n%%EOF\n`,
    'latin1',
  );
}
