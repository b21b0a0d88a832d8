/** Forty returns whose goods were inspected, told like those of the demo company: of every kind there is to decide. */
import type { ArticleKey } from '../../../central/demo/company/articles.ts';
import type { ClientKey } from '../../../central/demo/company/clients.ts';
import type { PersonKey } from '../../../central/demo/company/demoPeople.ts';
import { aReturn, cameIn, examined, finished } from '../../../central/demo/stories/phrases.ts';
import { defect, type Found, noDefect, type Story } from '../../../central/demo/stories/story.ts';
import type { UnitSpan } from '../../../shared/facts/recorded.ts';

/** Of one group: which units, and what they are. The first is found when all are counted. */
type Part = { readonly units: UnitSpan; readonly found: Found };

export type InspectedReturn = {
  readonly story: Story;
  /** Which units each finding is about, in the order they were found; absent: all of their group. */
  readonly units?: readonly UnitSpan[];
  /** What another inspector found afterwards, without having read the first. */
  readonly again?: Found;
};

const dead = defect('function.dead', 'major', 'manufacturing');
const leaks = defect('function.leak', 'major', 'manufacturing');
const worn = defect('function.dead', 'minor', 'wear');
const misused = defect('function.dead', 'major', 'misuse', ['liquidTrace', 'openedOrModified']);
/** More than any reason asks for: whether photos are missing is decided elsewhere. */
const shots = ['label', 'packaging', 'wholeItem', 'defectCloseUp', 'serialPlate'] as const;

type Told = {
  readonly client: ClientKey;
  readonly of: ArticleKey;
  readonly quantity: number;
  readonly found: Found;
  /** More of the order was shipped than came back. */
  readonly shipped?: number;
  /** Due in so many working days; the goods came seven before. */
  readonly due?: number;
  /** Working days before the application on which the client received them. */
  readonly received?: number;
  readonly by?: PersonKey;
  readonly receivedBy?: PersonKey;
  readonly freight?: number;
  readonly objectedAfter?: number;
  readonly reason?: Story['claims'][number]['reason'];
  readonly wanted?: Story['claims'][number]['wanted'];
  readonly parts?: readonly Part[];
  readonly says?: string;
};

function inspected(key: string, told: Told): InspectedReturn {
  const by = told.by ?? 'zielinski';
  const found = told.parts?.[0]?.found ?? told.found;
  const [first] = told.parts ?? [];
  const quantityOf = ({ from, to }: UnitSpan) => to - from;
  const story = aReturn({
    key,
    client: told.client,
    orders: [
      {
        received: told.received ?? 6,
        carrier: 'meridian',
        lines: [[told.of, told.shipped ?? told.quantity + 4]],
      },
    ],
    claims: [
      {
        reason: told.reason ?? 'defective',
        quantity: told.quantity,
        wanted: told.wanted === undefined ? 'refund' : told.wanted,
      },
    ],
    due: told.due ?? 4,
    application: {
      day: -5,
      says: told.says ?? 'They fail from the first day. Please take them back.',
      photos: [],
      report: 'Test log of the client',
    },
    ...(told.freight === undefined ? {} : { freight: told.freight }),
    ...(told.objectedAfter === undefined ? {} : { objectedAfter: told.objectedAfter }),
    steps: [
      cameIn({ by: told.receivedBy ?? 'okafor' }),
      ...examined(1, {
        article: told.of,
        quantity: told.quantity,
        found,
        note: 'As seen on the bench, twice.',
        shots,
        by,
      }).map((step) =>
        step.do === 'find' && first ? { ...step, quantity: quantityOf(first.units) } : step,
      ),
      ...(told.parts ?? []).slice(1).map(
        (part) =>
          ({
            do: 'find',
            day: 1,
            by,
            group: 'a',
            quantity: quantityOf(part.units),
            found: part.found,
            note: 'Looked at one by one.',
          }) as const,
      ),
      finished(1, '', by),
    ],
  });
  return {
    story,
    ...(told.parts ? { units: told.parts.map(({ units }) => units) } : {}),
  };
}

/** Three of six are ours, one is worn, two are sound. */
const threeKinds: readonly Part[] = [
  { units: { from: 0, to: 3 }, found: dead },
  { units: { from: 3, to: 4 }, found: worn },
  { units: { from: 4, to: 6 }, found: noDefect },
];
const halfSound: readonly Part[] = [
  { units: { from: 0, to: 2 }, found: dead },
  { units: { from: 2, to: 4 }, found: noDefect },
];

const ours = (client: ClientKey, of: ArticleKey, quantity: number, more: Partial<Told> = {}) =>
  ({ client, of, quantity, found: dead, ...more }) satisfies Told;

const tales = {
  'plain-seals': ours('harlan', 'sealMg', 3, { found: leaks }),
  'plain-euros': ours('kessler', 'ballValve', 2, { found: leaks }),
  'plain-pounds': ours('brackley', 'solenoid', 5),
  'plain-hoses': ours('delmarva', 'hose', 4, { found: leaks }),
  'plain-supplies': ours('northfield', 'powerSupply', 2),
  'plain-relays': ours('harlan', 'safetyRelay', 3),
  'plain-overdue': ours('harlan', 'bearing22216', 2, { due: -1 }),
  'sound-probes': ours('delmarva', 'pt100', 6, { found: noDefect, wanted: 'exchange' }),
  'sound-sensors': ours('northfield', 'inductive', 8, { found: noDefect }),
  'ordered-too-many': ours('northfield', 'solenoid', 4, {
    found: noDefect,
    reason: 'clientOrderingError',
  }),
  'declined-hoses': ours('delmarva', 'hose', 2, { found: worn }),
  'misused-inverter': ours('harlan', 'inverter', 1, { found: misused }),
  'back-for-a-plate': ours('harlan', 'pumpCasing', 2),
  'back-for-a-measure': ours('kessler', 'ballValve', 3),
  'back-with-words': ours('northfield', 'powerSupply', 3),
  'two-sign-inverters': ours('greatLakes', 'inverter', 11),
  'two-sign-motors': ours('tonegawa', 'gearMotor', 8),
  'two-sign-waits': ours('greatLakes', 'inverter', 12),
  'rivals-second-counts': ours('harlan', 'checkValve', 4, { found: noDefect }),
  'rivals-first-counts': ours('delmarva', 'checkValve', 5),
  'portions-all': ours('harlan', 'powerSupply', 6, { parts: threeKinds }),
  'portions-some': ours('northfield', 'safetyRelay', 6, { parts: threeKinds }),
  'portions-euros': ours('kessler', 'solenoid', 6, { parts: threeKinds }),
  'freight-ours': ours('harlan', 'solenoid', 4, { parts: halfSound, freight: 6200 }),
  'freight-halves': ours('harlan', 'inductive', 4, { parts: halfSound, freight: 7400 }),
  'three-questions': ours('northfield', 'flowMeter', 2, {
    parts: [
      { units: { from: 0, to: 1 }, found: defect('function.intermittent', 'major', 'unknown') },
      { units: { from: 1, to: 2 }, found: noDefect },
    ],
    received: 27,
    freight: 9100,
  }),
  'late-but-ours': ours('harlan', 'controlValve', 1, { received: 31 }),
  'own-hands-inspected': ours('delmarva', 'bearing6308', 10, { by: 'ferreira' }),
  'own-hands-received': ours('harlan', 'pressureTx', 2, { receivedBy: 'ferreira' }),
  'decided-meanwhile': ours('northfield', 'hose', 3, { found: leaks }),
  'price-meanwhile': ours('harlan', 'flange', 4),
  'undone-for-good': ours('harlan', 'sealMg', 4, { found: leaks }),
  'undone-then-declined': ours('delmarva', 'solenoid', 3, { found: noDefect }),
  'wrong-pin-then-right': ours('harlan', 'hose', 5, { found: leaks }),
  'wrong-pin-left': ours('northfield', 'pt100', 3),
  'pressed-twice': ours('harlan', 'bearing6308', 12),
  'pressed-ahead': ours('delmarva', 'powerSupply', 3),
  exchanged: ours('harlan', 'gearPump', 2, {
    found: defect('specification.wrongVariant', 'major', 'orderError'),
    reason: 'wrongGoods',
    wanted: 'exchange',
  }),
  compensated: ours('northfield', 'butterfly', 4, {
    found: defect('transport.deformed', 'minor', 'outboundTransport'),
    reason: 'transportDamage',
    wanted: 'compensation',
    objectedAfter: 1,
  }),
  overridden: ours('delmarva', 'gearPump', 1, { found: noDefect }),
} satisfies Record<string, Told>;

export type ReturnKey = keyof typeof tales;

const again: Partial<Record<ReturnKey, Found>> = {
  'rivals-second-counts': leaks,
  'rivals-first-counts': noDefect,
};

export const inspectedReturns: ReadonlyMap<ReturnKey, InspectedReturn> = new Map(
  Object.entries(tales).map(([key, told]) => {
    const name = key as ReturnKey;
    const second = again[name];
    return [name, { ...inspected(`forty-${key}`, told), ...(second ? { again: second } : {}) }];
  }),
);
