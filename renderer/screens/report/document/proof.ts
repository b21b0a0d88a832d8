import { basisHashOf } from '../../../../shared/cases/decisions/basisHash.ts';
import type { PrintedSection } from '../../../../shared/desktop/printedDocument.ts';
import { photoNumber } from './photosTold.ts';
import { sayMoment, type Telling } from './telling.ts';

/** By what anybody can show later that this is what was recorded. */
export function proof(telling: Telling): PrintedSection {
  const { view, wording, ask } = telling;
  const { t, formatNumber, formatBytes } = wording;
  const { file } = view;
  const records = file.facts.filter(({ kind }) => kind !== 'reportMade').length;
  const basis = basisOf(telling);
  return {
    title: t('report.proof'),
    blocks: [
      {
        kind: 'table',
        caption: t('report.proof.sums'),
        columns: [
          { name: t('report.proof.of'), look: 'text' },
          { name: 'SHA-256', look: 'hash' },
        ],
        rows: [
          [t('report.proof.records', { count: records }), ask.recordsHash],
          ...(basis === null ? [] : [[t('report.proof.verdict'), basis]]),
        ],
      },
      ...(file.photos.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: t('report.proof.photos'),
              columns: [
                { name: t('report.number'), look: 'number' as const },
                { name: t('report.proof.shot'), look: 'text' as const },
                { name: t('report.proof.taken'), look: 'text' as const },
                { name: t('report.proof.size'), look: 'text' as const },
                { name: 'SHA-256', look: 'hash' as const },
              ],
              rows: file.photos.map((photo) => [
                formatNumber(photoNumber(telling, photo.photoId)),
                t(`shot.${photo.shot}`),
                sayMoment(wording, photo.at.utc),
                `${photo.width}\u00a0×\u00a0${photo.height}\n${formatBytes(photo.bytes)}`,
                photo.sha256,
              ]),
            },
          ]),
      { kind: 'text', look: 'note', text: t('report.proof.how') },
    ],
  };
}

/** What a decision about the standing verdict is signed over. */
function basisOf({ view }: Telling): string | null {
  const { file, references } = view;
  const inspection = file.inspections.find(({ verdictId }) => verdictId === file.heads[0]);
  return inspection && references ? basisHashOf(inspection, file, references) : null;
}
