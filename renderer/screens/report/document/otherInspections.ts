import type { PrintedSection } from '../../../../shared/desktop/printedDocument.ts';
import { findingsBlocks } from './findingsTold.ts';
import { inspectedBlock } from './found.ts';
import type { Telling } from './telling.ts';

/** Inspections the verdict does not rest on: each stays as it was, beside the one that counts. */
export function otherInspections(telling: Telling): readonly PrintedSection[] {
  const { view, wording, isForClient } = telling;
  const { t } = wording;
  const { file } = view;
  const counting = new Set(file.findings.map(({ id }) => id));
  const others = file.layers.filter(
    ({ findings }) => findings.length > 0 && !findings.some(({ id }) => counting.has(id)),
  );
  if (others.length === 0) return [];
  const blocks = others.flatMap((layer): PrintedSection['blocks'] => [
    { kind: 'heading', text: t(`inspection.${layer.inspection}`), aside: '' },
    ...layer.finished.map((one) => inspectedBlock(telling, one)),
    ...(layer.started && !isForClient
      ? [
          {
            kind: 'text' as const,
            look: 'note' as const,
            text: t('report.note', { note: layer.started.reason }),
          },
        ]
      : []),
    ...findingsBlocks(telling, layer.findings),
  ]);
  return [{ title: t('report.others'), blocks }];
}
