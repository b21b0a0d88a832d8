import type { Named, PrintedReport } from '../../../../shared/desktop/printedDocument.ts';
import type { CaseDecision, Standing } from '../../../../shared/policy/decision.ts';
import { sayDeadline } from '../../../wording/sayDeadline.ts';
import type { Telling } from './telling.ts';

const standings: readonly Standing[] = ['upheld', 'notUpheld', 'needsPerson', 'needsFacts'];

/** The case in one look: how the claim stands, whether that counts already, and what it is about. */
export function summary(telling: Telling): PrintedReport['summary'] {
  const { view, wording } = telling;
  const { t, formatNumber } = wording;
  const decision = view.decision?.ok ? view.decision.value : null;
  const counted = view.file.unitGroups.reduce((sum, { quantity }) => sum + quantity, 0);
  return {
    standing: decision ? sayStandings(telling, decision) : t('policy.notYet'),
    state: t(`report.counts.${countsAs(telling)}`),
    figures: [
      { name: t('report.figure.units'), value: formatNumber(counted) },
      ...(decision ? [amountOf(telling, decision)] : []),
      { name: t('report.figure.findings'), value: formatNumber(view.file.findings.length) },
      { name: t('report.figure.photos'), value: formatNumber(view.file.photos.length) },
    ],
    items: [
      { name: t('report.client'), value: view.clientName || t('report.unknown') },
      { name: t('report.state'), value: t(`state.${view.file.state}`) },
      ...daysOf(telling),
    ],
  };
}

/** "Claim upheld", or where units differ "8 upheld, 1 not upheld, 3 open". */
function sayStandings({ wording }: Telling, decision: CaseDecision): string {
  const { t, formatNumber, formatList } = wording;
  const kinds = standings.flatMap((standing) => {
    const quantity = decision.portions
      .filter((portion) => portion.standing === standing)
      .reduce((sum, portion) => sum + portion.quantity, 0);
    return quantity === 0 ? [] : [{ standing, quantity }];
  });
  if (kinds.length < 2) return t(`standing.${kinds[0]?.standing ?? decision.standing}`);
  return formatList(
    kinds.map(({ standing, quantity }) =>
      t('report.standing', {
        quantity: formatNumber(quantity),
        standing: t(`standing.${standing}`),
      }),
    ),
  );
}

type Counts = 'open' | 'proposed' | 'contested' | 'signed' | 'partly' | 'final';

/** Whether anybody may rely on it yet: nothing is final before central has accepted it. */
function countsAs({ view }: Telling): Counts {
  const { state, decisions, heads } = view.file;
  if (heads.length > 1) return 'contested';
  switch (state) {
    case 'refundDue':
    case 'refundStarted':
    case 'settled':
      return 'final';
    case 'declined':
      return decisions.every(({ id }) => view.acceptance.get(id) === 'accepted')
        ? 'final'
        : 'signed';
    case 'approved':
      return 'signed';
    case 'partlyDecided':
      return 'partly';
    default:
      return heads.length === 0 ? 'open' : 'proposed';
  }
}

/** What central granted; else what was signed, or is proposed; and it says which. */
function amountOf({ view, wording }: Telling, decision: CaseDecision): Named {
  const { t, formatMoney } = wording;
  const granted = view.file.grants.flatMap(({ added }) => added.map(({ paid }) => paid));
  const { currency } = decision;
  const signed = view.file.decisions
    .filter(({ verdictId }) => view.file.heads.includes(verdictId))
    .flatMap(({ choices }) => choices.flatMap((c) => c.overrideAmount ?? c.amount ?? []));
  if (granted.length === 0 && signed.length > 0)
    return {
      name: t('report.figure.signed'),
      value: formatMoney({ minor: signed.reduce((sum, one) => sum + one, 0), currency }),
    };
  return granted.length > 0
    ? {
        name: t('report.figure.granted'),
        value: formatMoney({ minor: granted.reduce((sum, paid) => sum + paid, 0), currency }),
      }
    : {
        name: t('report.figure.proposed'),
        value: formatMoney({ minor: decision.refundAmount, currency }),
      };
}

function daysOf({ view, wording }: Telling): readonly Named[] {
  if (!view.standing) return [];
  const { standing, date } = sayDeadline(wording, view.standing);
  return [
    { name: wording.t('policy.deadline'), value: wording.t('report.deadline', { standing, date }) },
  ];
}
