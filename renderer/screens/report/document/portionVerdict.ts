import type { Named, PrintedBlock } from '../../../../shared/desktop/printedDocument.ts';
import type { ClauseId } from '../../../../shared/facts/policyText.ts';
import type { ClauseOutcome, PortionDecision } from '../../../../shared/policy/decision.ts';
import { portionAnswers } from '../../policy/portionAnswers.ts';
import { sayMissing } from '../../policy/sayMissing.ts';
import { sayWhy } from '../../policy/sayWhy.ts';
import type { Telling } from './telling.ts';

/** About our own work and people: nothing for a client. */
const among: readonly ClauseId[] = ['V-CSM', 'V-IMPROVE'];

export function isTold({ isForClient }: Pick<Telling, 'isForClient'>, clause: ClauseId): boolean {
  return !isForClient || !among.includes(clause);
}

/** The four answers of one portion, and every clause asked for it. */
export function portionVerdict(
  telling: Telling,
  portion: PortionDecision,
): readonly PrintedBlock[] {
  const { view, wording, isForClient } = telling;
  const { t, formatMoney, formatList } = wording;
  const currency = view.decision?.ok ? view.decision.value.currency : '';
  const recharged = portion.rechargeTo !== null && portion.rechargeTo !== 'client';
  const items: Named[] = [
    ...portionAnswers(wording, portion),
    {
      name: t('policy.amount'),
      value: formatMoney({ minor: portion.eligibleAmount, currency }),
    },
    ...(portion.resolutions.length > 0
      ? [
          {
            name: t('policy.resolutions'),
            value: formatList(
              portion.resolutions.map(({ kind }) => t(`resolution.${kind}`)),
              'or',
            ),
          },
        ]
      : []),
    ...(portion.negative === null
      ? []
      : [{ name: t('report.negative'), value: t(`negative.${portion.negative}`) }]),
    ...(recharged && !isForClient
      ? [{ name: t('policy.recharge'), value: t(`liability.${portion.rechargeTo}`) }]
      : []),
    ...(portion.missing.length > 0 && !isForClient
      ? [
          {
            name: t('policy.missing'),
            value: portion.missing.map((code) => sayMissing(wording, code)).join('\n'),
          },
        ]
      : []),
  ];
  return [{ kind: 'particulars', items }, ...clausesBlocks(telling, portion.clauses)];
}

/** Those that apply first, then those that do not, each with its reason. */
export function clausesBlocks(
  telling: Telling,
  outcomes: readonly ClauseOutcome[],
): readonly PrintedBlock[] {
  const { t } = telling.wording;
  const told = outcomes.filter(({ clause }) => isTold(telling, clause));
  return [true, false].flatMap((isFired) => {
    const clauses = told.filter(({ fired }) => fired === isFired);
    if (clauses.length === 0) return [];
    return [
      {
        kind: 'clauses' as const,
        title: t(isFired ? 'clauses.fired' : 'clauses.unfired'),
        clauses: clauses.map(({ clause, why }) => ({
          clause,
          name: t(`clause.${clause}`),
          why: sayWhy(telling.wording, why),
          isFired,
        })),
      },
    ];
  });
}
