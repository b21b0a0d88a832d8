/** What may happen, in which order: drawn by fast-check as numbers, read as sentences. */
import fc from 'fast-check';

export type Intention =
  | 'wholeReturn'
  | 'approvedReturn'
  | 'arrive'
  | 'count'
  | 'find'
  | 'inspect'
  | 'approve'
  | 'sendBack'
  | 'hold'
  | 'release'
  | 'correct'
  | 'openCase'
  | 'unreadable'
  | 'unstorable';

/** What somebody does with a station of his own, or one he stole. */
export type Attack =
  | 'stealNumbers'
  | 'useUpIds'
  | 'forgeBehind'
  | 'numberFarAhead'
  | 'forge'
  | 'handInCopies'
  | 'copyToken'
  | 'putAside'
  | 'afterRevocation';

export type Fate = 'arrives' | 'crashBeforeCommit' | 'crashAfterCommit' | 'staysOpen';

export type Happening =
  | {
      readonly kind: 'record';
      readonly station: number;
      readonly what: Intention;
      readonly pick: number;
    }
  | {
      readonly kind: 'journalOnly';
      readonly station: number;
      readonly what: Intention;
      readonly pick: number;
    }
  | { readonly kind: 'round'; readonly station: number }
  | { readonly kind: 'step'; readonly station: number; readonly times: number }
  | { readonly kind: 'deliver'; readonly pick: number; readonly fate: Fate }
  | { readonly kind: 'drop'; readonly pick: number }
  | { readonly kind: 'double'; readonly pick: number }
  | { readonly kind: 'giveUp'; readonly station: number }
  | {
      readonly kind: 'crash';
      readonly station: number;
      readonly database: 'kept' | 'rolledBack' | 'wiped';
    }
  | {
      readonly kind: 'brokenRound';
      readonly station: number;
      readonly breaths: number;
      readonly fate: Fate;
      readonly database: 'kept' | 'rolledBack' | 'wiped';
    }
  | {
      readonly kind: 'attack';
      readonly station: number;
      readonly attack: Attack;
      readonly pick: number;
    }
  | { readonly kind: 'commit'; readonly pick: number }
  | { readonly kind: 'backUp' }
  | { readonly kind: 'restore' };

export type Schedule = { readonly stations: number; readonly happenings: readonly Happening[] };

const intentions: readonly Intention[] = [
  'arrive',
  'wholeReturn',
  'approvedReturn',
  'approvedReturn',
  'approve',
  'approve',
  'count',
  'find',
  'inspect',
  'inspect',
  'sendBack',
  'hold',
  'release',
  'correct',
  'openCase',
  'unreadable',
  'unstorable',
];
const attacks: readonly Attack[] = [
  'stealNumbers',
  'useUpIds',
  // Three times: it needs a record that waits for a colleague's.
  'forgeBehind',
  'forgeBehind',
  'forgeBehind',
  'numberFarAhead',
  'forge',
  'handInCopies',
  'copyToken',
  'putAside',
  'afterRevocation',
];
const fates: readonly Fate[] = [
  'arrives',
  'arrives',
  'arrives',
  'arrives',
  'crashBeforeCommit',
  'crashAfterCommit',
  'staysOpen',
  'staysOpen',
];
const databases = ['kept', 'kept', 'rolledBack', 'wiped'] as const;
/** How often each kind happens. The plainest stand first: shrinking leads there. */
const kinds = [
  ...many('record', 15),
  ...many('round', 11),
  ...many('step', 9),
  ...many('deliver', 10),
  ...many('journalOnly', 2),
  ...many('drop', 1),
  ...many('double', 2),
  ...many('giveUp', 1),
  ...many('crash', 3),
  ...many('brokenRound', 4),
  ...many('attack', 8),
  ...many('commit', 2),
  ...many('backUp', 2),
  ...many('restore', 2),
] satisfies readonly Happening['kind'][];

const picks = 8;
const mostStations = 5;
/** One number per happening: fast to draw, and smaller means plainer. */
const size =
  kinds.length * mostStations * intentions.length * fates.length * attacks.length * picks;

function happeningOf(drawn: number): Happening {
  let rest = drawn;
  const take = <T>(of: readonly T[]): T => {
    const at = rest % of.length;
    rest = Math.floor(rest / of.length);
    const taken = of[at];
    if (taken === undefined) throw new Error('nothing to draw from');
    return taken;
  };
  const kind = take(kinds);
  const station = take([0, 1, 2, 3, 4]);
  const what = take(intentions);
  const fate = take(fates);
  const attack = take(attacks);
  const pick = rest % picks;
  switch (kind) {
    case 'record':
    case 'journalOnly':
      return { kind, station, what, pick };
    case 'round':
    case 'giveUp':
      return { kind, station };
    case 'step':
      return { kind, station, times: 1 + pick };
    case 'deliver':
      return { kind, pick, fate };
    case 'drop':
    case 'double':
    case 'commit':
      return { kind, pick };
    case 'attack':
      return { kind, station, attack, pick };
    case 'crash':
      return { kind, station, database: databases[pick % databases.length] ?? 'kept' };
    case 'brokenRound': {
      const database = databases[drawn % databases.length] ?? 'kept';
      return { kind, station, breaths: 1 + pick + (what === 'arrive' ? 0 : 6), database, fate };
    }
    default:
      return { kind };
  }
}

export function schedules(): fc.Arbitrary<Schedule> {
  return fc
    .tuple(
      fc.integer({ min: 2, max: mostStations }),
      fc.array(fc.integer({ min: 0, max: size - 1 }), { minLength: 1, maxLength: 50, size: 'max' }),
    )
    .map(([stations, drawn]) => ({ stations, happenings: drawn.map(happeningOf) }));
}

export function stationName(index: number): string {
  return 'ABCDE'.charAt(index);
}

function many<const T>(thing: T, times: number): readonly T[] {
  return Array.from({ length: times }, () => thing);
}
