import { assertNever } from '../../../shared/result.ts';
import type { CaseStanding } from '../../../shared/sync/searchApi.ts';
import type { FoundCase, Outcome } from '../../queries/find/foundCase.ts';
import type { Wording } from '../../wording/createWording.ts';
import { sayDeadline, sayUncounted } from '../../wording/sayDeadline.ts';

type Speaks = Pick<Wording, 't' | 'formatDate' | 'formatMoney'>;
/** `today`: site-local; a day that is over is not told as one to come. */
export type Telling = { readonly today: string; readonly tellsSums: boolean };

/** Goods of it are looked at or decided about, whatever was said of others, or of these before. */
const openAgain: readonly FoundCase['row']['state'][] = [
  'onHold',
  'inspecting',
  'sentBack',
  'verdictProposed',
  'partlyDecided',
];

/** What a client who asks has to be told, in one line. */
export function sayHappened(wording: Speaks, found: FoundCase, telling: Telling): string {
  const { t } = wording;
  const { row, outcome } = found;
  if (outcome) {
    const told = sayOutcome(wording, outcome, telling);
    return openAgain.includes(row.state) ? `${told} · ${t(`state.${row.state}`)}` : told;
  }
  const state = t(
    row.state === 'approved' && row.saved === 'accepted'
      ? 'state.approvedOnce'
      : `state.${row.state}`,
  );
  const words = row.uncounted
    ? sayUncounted(wording, row.uncounted)
    : row.standing && sayDeadline(wording, row.standing);
  if (words) return [state, words.standing, words.date].join(' · ');
  return isComing(found) && row.expectedOn !== null
    ? `${state} · ${sayExpected(wording, row.expectedOn, telling)}`
    : state;
}

/** Where it is to be found. */
export function sayWhere({ t }: Pick<Wording, 't'>, found: FoundCase): string {
  const place = found.lists.at(-1);
  if (place === undefined) return t('find.at.over');
  return isComing(found) ? t('find.at.nowhere') : t(`find.at.${place}`);
}

/** Nothing of it has come. */
export function isComing({ row, lists, outcome }: FoundCase): boolean {
  return (
    outcome === null && row.standing === null && row.uncounted === null && lists.at(-1) === 'dock'
  );
}

/** The same of a case that only central told of. */
export function sayStanding(wording: Speaks, standing: CaseStanding, telling: Telling): string {
  const { t, formatDate } = wording;
  switch (standing.kind) {
    case 'refund':
    case 'declined':
    case 'settled':
      return sayOutcome(wording, standing, telling);
    case 'here': {
      const { dueOn } = standing;
      if (dueOn === null) return t('find.here');
      const due = t(dueOn < telling.today ? 'deadline.wasDue' : 'deadline.due', {
        date: formatDate(dueOn, 'day'),
      });
      return `${t('find.here')} · ${due}`;
    }
    case 'expected':
      return standing.on === null
        ? t('find.at.nowhere')
        : `${t('find.at.nowhere')} · ${sayExpected(wording, standing.on, telling)}`;
    case 'denied':
      return t('state.denied');
    case 'cancelled':
      return t('state.cancelled');
    default:
      return assertNever(standing);
  }
}

function sayExpected({ t, formatDate }: Speaks, on: string, { today }: Telling): string {
  return t(on < today ? 'find.wasExpected' : 'find.expected', { date: formatDate(on, 'day') });
}

type CentralTold = Extract<CaseStanding, { readonly kind: Outcome['kind'] }>;

function sayOutcome(wording: Speaks, outcome: Outcome | CentralTold, telling: Telling): string {
  const { t, formatDate } = wording;
  if (outcome.kind !== 'refund')
    return t(`find.${outcome.kind}`, { date: formatDate(outcome.at, 'day') });
  const { earlier = [] } = outcome;
  if (earlier.length === 0) return sayRefund(wording, outcome, telling);
  const refunds = [outcome, ...earlier];
  const each = refunds.map((refund) => sayRefund(wording, refund, telling));
  const all = t('find.refunds', {
    count: refunds.length,
    sum: (telling.tellsSums ? sumOf(wording, refunds) : null) ?? 'none',
  });
  return [all, ...new Set(each)].join(' · ');
}

/** Of each currency by itself; null where one of them is not known: a sum too small is worse than none. */
function sumOf({ formatMoney }: Speaks, refunds: readonly AnyRefund[]): string | null {
  const sums = new Map<string, number>();
  for (const { currency, amount } of refunds) {
    if (amount === null) return null;
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  return [...sums].map(([currency, minor]) => formatMoney({ minor, currency })).join(' + ');
}

type AnyRefund = Omit<Extract<CentralTold, { readonly kind: 'refund' }>, 'kind' | 'earlier'>;

function sayRefund(wording: Speaks, refund: AnyRefund, { today, tellsSums }: Telling): string {
  const { t, formatDate, formatMoney } = wording;
  const { state, amount, currency, startedAt, dueOn, waitsFor } = refund;
  const sum = tellsSums && amount !== null ? formatMoney({ minor: amount, currency }) : 'none';
  if (state !== 'due' && startedAt !== null)
    return t(`find.refund.${state}`, { sum, date: formatDate(startedAt, 'day') });
  if (waitsFor > 0) return t('find.refund.waits', { sum, count: waitsFor });
  if (dueOn === null) return t('find.refund.due', { sum });
  const date = formatDate(dueOn, 'day');
  return t(dueOn < today ? 'find.refund.late' : 'find.refund.dueBy', { sum, date });
}
