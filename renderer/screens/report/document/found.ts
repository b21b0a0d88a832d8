import type { PrintedBlock, PrintedSection } from '../../../../shared/desktop/printedDocument.ts';
import type {
  FindingFact,
  InspectionFinishedFact,
  UnitsCountedFact,
} from '../../../../shared/facts/fact.ts';
import { overlaps, spansOf } from '../../../../shared/facts/spans.ts';
import type { PortionDecision } from '../../../../shared/policy/decision.ts';
import { placeFindings } from '../../../../shared/policy/reading/placing.ts';
import { nameOfUnits } from '../../../workflow/nameOfUnits.ts';
import { sayPortion, sayUnits } from '../../policy/sayPortion.ts';
import { findingsBlocks } from './findingsTold.ts';
import { photosBlock } from './photosTold.ts';
import { portionVerdict } from './portionVerdict.ts';
import { nameOf, sayMoment, sayUntil, type Telling } from './telling.ts';

/** What was found, portion by portion, each with its photos, its measurements and what the policy makes of it. */
export function found(telling: Telling): PrintedSection {
  const { view, wording } = telling;
  const { t } = wording;
  const { file, decision } = view;
  const portions = decision?.ok ? decision.value.portions : [];
  const counting = file.layers.find((layer) =>
    layer.finished.some(({ verdictId }) => verdictId === file.heads[0]),
  );
  const inspections = counting?.finished ?? file.inspections;
  const loose = file.photos.filter(
    ({ photoId, subject }) =>
      subject.kind !== 'arrival' && !file.findings.some((f) => f.photoIds.includes(photoId)),
  );
  return {
    title: t('report.found'),
    blocks: [
      ...inspections.map((one) => inspectedBlock(telling, one)),
      ...(file.findings.length === 0
        ? [{ kind: 'text' as const, look: 'plain' as const, text: t('desk.noFindings') }]
        : []),
      ...portions.flatMap((portion) => portionBlocks(telling, portion)),
      ...(portions.length === 0
        ? file.unitGroups.flatMap((group) => groupBlocks(telling, group))
        : []),
      ...(loose.length === 0
        ? []
        : [
            { kind: 'heading' as const, text: t('report.photos.loose'), aside: '' },
            ...photosBlock(telling, loose),
          ]),
    ],
  };
}

export function inspectedBlock(telling: Telling, one: InspectionFinishedFact): PrintedBlock {
  const { wording, isForClient } = telling;
  return {
    kind: 'text',
    look: 'plain',
    text: wording.t(isForClient ? 'report.inspected' : 'report.inspectedBy', {
      kind: wording.t(`inspection.${one.inspection}`),
      from: sayMoment(wording, one.startedAt.utc),
      until: sayUntil(wording, one.startedAt.utc, one.at.utc),
      name: nameOf(telling, one.personId),
    }),
  };
}

function portionBlocks(telling: Telling, portion: PortionDecision): readonly PrintedBlock[] {
  const { view, wording } = telling;
  const group = view.file.unitGroups.find(({ unitGroupId }) => unitGroupId === portion.unitGroupId);
  const findings = group ? findingsOf(telling, group, portion) : [];
  const isPart = group === undefined || portion.quantity !== group.quantity;
  return [
    {
      kind: 'heading',
      text: sayPortion(wording, view.file, portion),
      aside: wording.t(`standing.${portion.standing}`),
    },
    ...(isPart || portion.serials.length > 0
      ? [
          {
            kind: 'text' as const,
            look: 'note' as const,
            text: clipped(sayUnits(wording, portion)),
          },
        ]
      : []),
    ...(portion.inferred
      ? [{ kind: 'text' as const, look: 'note' as const, text: wording.t('policy.inferred') }]
      : []),
    ...findingsBlocks(telling, findings),
    ...portionVerdict(telling, portion),
  ];
}

/** While the policy cannot speak, by what was counted together. */
function groupBlocks(telling: Telling, group: UnitsCountedFact): readonly PrintedBlock[] {
  const { formatNumber } = telling.wording;
  return [
    {
      kind: 'heading',
      text: `${formatNumber(group.quantity)} × ${nameOfUnits(telling.view.file, group.unitGroupId)}`,
      aside: '',
    },
    ...findingsBlocks(
      telling,
      telling.view.file.findings.filter(({ unitGroupId }) => unitGroupId === group.unitGroupId),
    ),
  ];
}

/** Those about some of its units; one whose units are not there any more stands with the first portion. */
function findingsOf(
  { view }: Telling,
  group: UnitsCountedFact,
  portion: PortionDecision,
): readonly FindingFact[] {
  const own = view.file.findings.filter(({ unitGroupId }) => unitGroupId === group.unitGroupId);
  const spans = spansOf(portion.units);
  const isFirst = portion.units.some(({ from }) => from === 0);
  return placeFindings(group, own).flatMap((placed) =>
    overlaps(placed.spans, spans) || (placed.spans.length === 0 && isFirst) ? [placed.finding] : [],
  );
}

function clipped(text: string): string {
  return text.length > 5000 ? `${text.slice(0, 5000)} …` : text;
}
