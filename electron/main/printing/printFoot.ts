import type { PrintedDocument } from '../../../shared/desktop/printedDocument.ts';

/** Inches, as `printToPDF` takes them: 14 mm at the sides, room for the foot below. */
export const margins = { top: 0.55, bottom: 0.75, left: 0.59, right: 0.59 };

/**
 * The line along the foot of every page. It is a document of its own to the engine, without our fonts
 * and scripts: so what comes from outside is written as text, and the numbers are the engine's. Its
 * lengths are shares of the sheet's width, since engines disagree about how large a point is here.
 */
export function footOf({ foot, direction, tag }: PrintedDocument): {
  readonly headerTemplate: string;
  readonly footerTemplate: string;
} {
  const page = escaped(foot.page)
    .replace('{page}', '<span class="pageNumber"></span>')
    .replace('{pages}', '<span class="totalPages"></span>');
  const line = [
    'display:flex',
    'justify-content:space-between',
    'margin:0 7.06cqw',
    'padding-top:0.7cqw',
    'border-top:0.08cqw solid #000',
    'font-family:Inter,Segoe UI,Helvetica,Arial,sans-serif',
    'font-size:1.18cqw',
    'color:#000',
    'font-variant-numeric:tabular-nums',
  ].join(';');
  return {
    headerTemplate: '<span></span>',
    footerTemplate: `<div style="container-type:inline-size;width:100%"><div dir="${direction}" lang="${escaped(tag)}" style="${line}"><span>${escaped(foot.start)}</span><span>${page}</span></div></div>`,
  };
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
