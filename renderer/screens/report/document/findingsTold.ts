import type { PrintedBlock } from '../../../../shared/desktop/printedDocument.ts';
import type { FindingFact } from '../../../../shared/facts/fact.ts';
import { isWordingId } from '../../../wording/catalogues.ts';
import { sayLimits } from '../../../workflow/sayFinding.ts';
import { photoNumber, photosBlock } from './photosTold.ts';
import { forWhom, nameOf, type Telling } from './telling.ts';

/** Findings as rows, then what was measured, then their photos. */
export function findingsBlocks(
  telling: Telling,
  findings: readonly FindingFact[],
): readonly PrintedBlock[] {
  if (findings.length === 0) return [];
  const { view, wording } = telling;
  const { t, formatNumber } = wording;
  const measured = findings.flatMap(({ measurements }) => measurements);
  const pictured = new Set(findings.flatMap(({ photoIds }) => photoIds));
  return [
    {
      kind: 'table',
      caption: '',
      columns: forWhom(telling, [
        { name: t('report.finding'), look: 'text' as const },
        { name: t('report.severity'), look: 'text' as const },
        { name: t('report.cause'), look: 'text' as const },
        { name: t('report.quantity'), look: 'number' as const },
        { name: t('report.photos'), look: 'text' as const },
        { ours: { name: t('report.foundBy'), look: 'text' as const } },
      ]),
      rows: findings.map((finding) => findingOf(telling, finding)),
    },
    ...(measured.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: t('report.measured'),
            columns: [
              { name: t('report.measured.what'), look: 'text' as const },
              { name: t('report.measured.value'), look: 'number' as const },
              { name: t('report.measured.unit'), look: 'text' as const },
              { name: t('report.measured.limits'), look: 'text' as const },
            ],
            rows: measured.map((one) => [
              one.what,
              formatNumber(one.value, 6),
              one.unit,
              sayLimits(wording, one) ?? '–',
            ]),
          },
        ]),
    ...photosBlock(
      telling,
      view.file.photos.filter(({ photoId }) => pictured.has(photoId)),
    ),
  ];
}

function findingOf(telling: Telling, finding: FindingFact): string[] {
  const { wording, isForClient } = telling;
  const { t, formatNumber, formatList } = wording;
  const { observation } = finding;
  const numbers = finding.photoIds
    .map((photoId) => photoNumber(telling, photoId))
    .filter((number) => number > 0)
    .toSorted((a, b) => a - b);
  const isDefect = observation.kind === 'defect';
  return forWhom(telling, [
    [
      nameOfDefect(telling, finding),
      ...(isDefect && observation.indicators.length > 0
        ? [formatList(observation.indicators.map((one) => t(`indicator.${one}`)))]
        : []),
      ...(finding.missingParts ?? []).map((part) => t('parts.missing', { part })),
      ...(isDefect && !observation.claimed ? [t('bench.notClaimed')] : []),
      ...(finding.note.trim() === '' || isForClient
        ? []
        : [t('report.note', { note: finding.note })]),
    ].join('\n'),
    isDefect ? t(`severity.${observation.severity}`) : '–',
    isDefect ? t(`cause.${observation.cause}`) : '–',
    formatNumber(finding.quantity),
    numbers.map((number) => formatNumber(number)).join(', ') || '–',
    { ours: nameOf(telling, finding.personId) },
  ]);
}

/** By the company's own name for it, where its catalogue has one. */
function nameOfDefect({ wording }: Telling, { observation }: FindingFact): string {
  const { t, entryName } = wording;
  if (observation.kind === 'noDefect') return t('observation.noDefect');
  const own = observation.entry === undefined ? null : entryName(observation.entry);
  const ours = t(`defect.${observation.code}`);
  const group = observation.code.slice(0, observation.code.indexOf('.'));
  return own ?? t('report.defect', { group: sayGroup(t, group), defect: ours });
}

function sayGroup(t: Telling['wording']['t'], group: string): string {
  const id = `defectGroup.${group}`;
  return isWordingId(id) ? t(id) : group;
}
