import type { OfficeKind } from '../../../shared/office/kinds.ts';
import type { HowFar } from '../../../shared/office/officePageApi.ts';
import { type Place, waitingDraft } from '../places/place.ts';

export const stepNames = [
  'site',
  'calendar',
  'policy',
  'policyCheck',
  'people',
  'client',
  'contract',
  'article',
  'orderLine',
  'expected',
  'station',
  'parcel',
  'decision',
] as const;
export type StepName = (typeof stepNames)[number];

export type Step = {
  readonly name: StepName;
  /** `next`: the first that is open. `later`: what it rests on is not there yet. */
  readonly state: 'done' | 'next' | 'open' | 'later';
  /** How many of it there are. */
  readonly count: number;
  /** Where it is done; null: somewhere else than on this page. */
  readonly place: Place | null;
};

type Rule = {
  readonly count: (far: HowFar) => number;
  readonly needs: readonly StepName[];
  readonly place: Place | null;
};

const made = (kind: OfficeKind): Place => ({ at: 'newRecord', kind, isFirst: true });
const counted = (kind: OfficeKind) => (far: HowFar) => numbersOf(far, kind).current;

const rules: Readonly<Record<StepName, Rule>> = {
  site: { count: counted('sites'), needs: [], place: made('sites') },
  calendar: { count: counted('calendars'), needs: ['site'], place: made('calendars') },
  policy: {
    count: (far) => far.policiesInForce + numbersOf(far, 'policies').drafts,
    needs: [],
    place: made('policies'),
  },
  policyCheck: {
    count: (far) => far.policiesInForce,
    needs: ['policy'],
    place: { at: 'policy', ref: waitingDraft },
  },
  people: { count: counted('people'), needs: ['site'], place: { at: 'newPerson' } },
  client: { count: counted('clients'), needs: [], place: made('clients') },
  contract: { count: counted('contracts'), needs: ['client'], place: made('contracts') },
  article: { count: counted('articles'), needs: [], place: made('articles') },
  orderLine: {
    count: counted('order-lines'),
    needs: ['client', 'article'],
    place: made('order-lines'),
  },
  expected: {
    count: counted('returns'),
    needs: ['site', 'contract', 'orderLine'],
    place: made('returns'),
  },
  station: {
    count: (far) => far.stations,
    needs: ['site', 'people'],
    place: { at: 'newStation' },
  },
  parcel: { count: (far) => far.arrivals, needs: ['station', 'expected'], place: null },
  decision: { count: (far) => far.decisions, needs: ['parcel', 'policyCheck'], place: null },
};

/** The first hour in its order, with how far each part of it has come. */
export function stepsOf(far: HowFar): readonly Step[] {
  // Goods that were delivered have articles, however those came here.
  const countOf = (name: StepName) =>
    name === 'article' && rules.article.count(far) === 0
      ? rules.orderLine.count(far)
      : rules[name].count(far);
  const isReady = (name: StepName) => rules[name].needs.every((other) => countOf(other) > 0);
  const next = stepNames.find((name) => countOf(name) === 0 && isReady(name));
  return stepNames.map((name) => {
    const count = countOf(name);
    const open = isReady(name) ? 'open' : 'later';
    const state = count > 0 ? 'done' : name === next ? 'next' : open;
    return { name, state, count, place: rules[name].place };
  });
}

function numbersOf(far: HowFar, kind: OfficeKind) {
  return far.kinds.find((one) => one.kind === kind) ?? { current: 0, drafts: 0 };
}
