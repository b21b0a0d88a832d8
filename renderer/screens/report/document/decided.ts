import type { PrintedBlock, PrintedSection } from '../../../../shared/desktop/printedDocument.ts';
import type { GroupChoice } from '../../../../shared/facts/decisionFacts.ts';
import type { VerdictDecidedFact } from '../../../../shared/facts/fact.ts';
import { nameOfUnits } from '../../../workflow/nameOfUnits.ts';
import { forWhom, nameOf, sayMoment, type Telling } from './telling.ts';

/** Who decided what and when, what it grants, and how far the money is. */
export function decided(telling: Telling): PrintedSection {
  const { view, wording } = telling;
  const { t } = wording;
  const { decisions } = view.file;
  return {
    title: t('report.decided'),
    blocks: [
      ...(decisions.length === 0
        ? [{ kind: 'text' as const, look: 'plain' as const, text: t('report.decided.not') }]
        : [
            {
              kind: 'table' as const,
              caption: '',
              columns: forWhom(telling, [
                { name: t('report.when'), look: 'text' as const },
                { name: t('report.decision'), look: 'text' as const },
                { ours: { name: t('report.signedBy'), look: 'text' as const } },
                { name: t('report.central'), look: 'text' as const },
                { ours: { name: t('report.because'), look: 'text' as const } },
              ]),
              rows: decisions.map((decision) => decisionOf(telling, decision)),
            },
          ]),
      ...grantedBlocks(telling),
      ...refundBlocks(telling),
    ],
  };
}

function decisionOf(telling: Telling, decision: VerdictDecidedFact): string[] {
  const { view, wording } = telling;
  const { t } = wording;
  const acceptance = view.acceptance.get(decision.id) ?? 'here';
  return forWhom(telling, [
    sayMoment(wording, decision.at.utc),
    t(`decision.${decision.decision}`),
    { ours: nameOf(telling, decision.personId) },
    acceptance === 'here' ? t('saved.waiting') : t(`saved.${acceptance}`),
    { ours: decision.reason || '–' },
  ]);
}

function grantedBlocks(telling: Telling): readonly PrintedBlock[] {
  const { view, wording } = telling;
  const { t } = wording;
  const granting = view.file.decisions.filter(({ choices }) => choices.length > 0);
  if (granting.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: t('report.granted'),
      columns: forWhom(telling, [
        { name: t('report.article'), look: 'text' as const },
        { name: t('report.quantity'), look: 'number' as const },
        { name: t('report.gets'), look: 'text' as const },
        { name: t('policy.amount'), look: 'number' as const },
        { ours: { name: t('report.goods'), look: 'text' as const } },
      ]),
      rows: granting.flatMap(({ choices, terms }) =>
        choices.map((choice) => choiceOf(telling, choice, terms?.currency ?? null)),
      ),
    },
  ];
}

function choiceOf(telling: Telling, choice: GroupChoice, currency: string | null): string[] {
  const { view, wording } = telling;
  const { t, formatMoney, formatNumber } = wording;
  const group = view.file.unitGroups.find(({ unitGroupId }) => unitGroupId === choice.unitGroupId);
  const minor = choice.overrideAmount ?? choice.amount ?? null;
  return forWhom(telling, [
    group ? nameOfUnits(view.file, group.unitGroupId) : '–',
    choice.quantity === undefined ? '–' : formatNumber(choice.quantity),
    t(`resolution.${choice.resolution}`),
    minor === null || currency === null ? '–' : formatMoney({ minor, currency }),
    { ours: t(`disposition.${choice.disposition}`) },
  ]);
}

function refundBlocks({ view, wording }: Telling): readonly PrintedBlock[] {
  const { t, formatMoney } = wording;
  return view.refunds.map((refund) => ({
    kind: 'particulars',
    items: [
      {
        name: t('report.refund'),
        value: formatMoney({ minor: refund.amount, currency: refund.currency }),
      },
      { name: t('report.refund.method'), value: t(`method.${refund.method}`) },
      { name: t('desk.refund.note'), value: refund.creditNote },
      { name: t('desk.refund.state'), value: t(`refundState.${refund.state}`) },
      {
        name: t('desk.refund.started'),
        value: refund.startedAt === null ? '–' : sayMoment(wording, refund.startedAt),
      },
    ],
  }));
}
