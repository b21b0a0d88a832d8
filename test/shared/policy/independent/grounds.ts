/** The three rights of the client, each weighed by itself for units that share everything. */

import type { Cause } from '../../../../shared/facts/codes.ts';
import type { PolicyInput } from '../../../../shared/policy/decision.ts';
import { besides, once } from './cells.ts';
import { given } from './given.ts';
import { defectsOf, known, strangeness, type Units, wrongArticle } from './looked.ts';
import { objected } from './papers.ts';

export type Asked =
  | 'causeUnclear'
  | 'carrierChosenByClient'
  | 'carrierChoiceUnknown'
  | 'objectedLate'
  | 'promptlyNotDefined'
  | 'objectionReceiptUnknown'
  | 'objectionNotKnown';

export type Ground =
  | { readonly is: 'holds' | 'fails' }
  | { readonly is: 'open'; readonly asks: Asked }
  | { readonly is: 'needs'; readonly fact: 'finding' | 'misuseProof' | 'orderLine' };

export type Weighed = {
  readonly quality: Ground;
  readonly order: Ground;
  readonly transport: Ground;
  /** Whom a supervisor named where the cause or the carrier was not clear. */
  readonly named: string | null;
  /** A cause nobody knows, or wear, whatever else was found. */
  readonly doubtful: boolean;
  /** Its cause is known, whatever else was found. */
  readonly elsewise: boolean;
  /** Looked at, and nothing of what the client claims was found. */
  readonly sound: boolean;
  /** Worn beyond what the client claims. */
  readonly tired: boolean;
  readonly unclear: boolean;
  readonly mixed: boolean;
  readonly misuse: 'none' | 'found' | 'proved';
  readonly wrongArticle: boolean;
  readonly causes: ReadonlySet<Cause>;
  /** The damage of the way there is known to be our carrier's. */
  readonly ourCarriers: boolean;
};

const holds: Ground = { is: 'holds' };
const fails: Ground = { is: 'fails' };

/** `alone`: no ground beside what is doubtful stood, so the doubtful cause is the question again. */
export function weigh(input: PolicyInput, units: Units, alone = false): Weighed {
  const causes = new Set(defectsOf(units.findings).map(({ observation }) => observation.cause));
  // Of an article we neither sold nor shipped, nothing is an error of ours.
  if (strangeness(units) === 'article') causes.delete('orderError');
  const misuse = misuseOf(input, units);
  const carrier = units.orderLine?.carrier.selectedBy;
  const mixed =
    misuse === 'proved' && (causes.has('manufacturing') || causes.has('outboundTransport'));
  const saidSound = units.findings.some(({ observation }) => observation.kind === 'noDefect');
  const sound = saidSound && defectsOf(units.findings).every(besides);
  // Whoever found nothing of the claim has said of any wear beside it that it is no answer to it.
  const worn = defectsOf(units.findings).some(
    (finding) => finding.observation.cause === 'wear' && !(saidSound && besides(finding)),
  );
  const tired =
    saidSound &&
    defectsOf(units.findings).some(
      (finding) => finding.observation.cause === 'wear' && besides(finding),
    );
  const elsewise =
    sound ||
    causes.has('manufacturing') ||
    orderOf(units, causes).is === 'holds' ||
    (causes.has('outboundTransport') && carrier === 'us');
  // Beside a known cause, wear and the unknown are damage beyond it; without one they are the question.
  const unclear = mixed || ((causes.has('unknown') || worn) && (alone || !elsewise));
  const named = given(input, 'responsibleUnknown', units.place);
  const saysUs = named === 'us' || named === 'sharedHalf';
  const so = { elsewise, causes, misuse, mixed, unclear, named, saysUs };
  return {
    ...so,
    doubtful: causes.has('unknown') || worn,
    sound,
    tired,
    quality: units.sample?.upheld
      ? holds
      : known(units)
        ? qualityOf(so)
        : { is: 'needs', fact: 'finding' },
    order: orderOf(units, causes),
    transport: transportOf(input, units, so),
    wrongArticle: wrongArticle(units),
    ourCarriers: oursDamaged(units, so),
  };
}

type Known = {
  readonly causes: ReadonlySet<Cause>;
  readonly misuse: Weighed['misuse'];
  readonly mixed: boolean;
  readonly unclear: boolean;
  readonly named: string | null;
  readonly saysUs: boolean;
  readonly elsewise: boolean;
};

/** Two independent signs and a photo of them, in however many findings on these units. */
function misuseOf(input: PolicyInput, units: Units): Weighed['misuse'] {
  const saidSound = units.findings.some(({ observation }) => observation.kind === 'noDefect');
  const found = defectsOf(units.findings).filter(
    (finding) => finding.observation.cause === 'misuse' && !(saidSound && besides(finding)),
  );
  if (found.length === 0) return 'none';
  const signs = new Set(found.flatMap(({ observation }) => observation.indicators));
  const taken = new Set(once(input.photos).map(({ photoId }) => photoId));
  const photos = new Set(found.flatMap(({ photoIds }) => photoIds.filter((id) => taken.has(id))));
  return signs.size >= input.policy.parameters.misuseIndicatorsNeeded && photos.size > 0
    ? 'proved'
    : 'found';
}

function qualityOf({ elsewise, causes, misuse, mixed, unclear, named, saysUs }: Known): Ground {
  if (causes.has('manufacturing') && !mixed) return holds;
  if (unclear) {
    if (named === null) return { is: 'open', asks: 'causeUnclear' };
    return saysUs ? holds : fails;
  }
  if (misuse === 'found' && !elsewise && !causes.has('outboundTransport'))
    return { is: 'needs', fact: 'misuseProof' };
  return fails;
}

function orderOf(units: Units, causes: ReadonlySet<Cause>): Ground {
  if (wrongArticle(units) || units.surplus || causes.has('orderError')) return holds;
  if (units.orderLine === null) return { is: 'needs', fact: 'orderLine' };
  return known(units) ? fails : { is: 'needs', fact: 'finding' };
}

function oursDamaged(units: Units, so: Known): boolean {
  if (so.causes.has('outboundTransport') && units.orderLine?.carrier.selectedBy === 'us')
    return !so.mixed || so.named === 'ourCarrier';
  return (
    so.named === 'ourCarrier' &&
    (so.unclear || (so.causes.has('outboundTransport') && !so.elsewise))
  );
}

function transportOf(input: PolicyInput, units: Units, so: Known): Ground {
  if (!known(units)) return { is: 'needs', fact: 'finding' };
  const { causes, mixed, unclear, named, saysUs } = so;
  const line = units.orderLine;
  const damaged = causes.has('outboundTransport') && !mixed;
  if (!damaged) return unclear && named === 'ourCarrier' ? promptly(input, units) : fails;
  if (line?.carrier.selectedBy === 'us') return promptly(input, units);
  if (named === null || so.elsewise || (unclear && saysUs))
    return {
      is: 'open',
      asks:
        line?.carrier.selectedBy === 'client' ? 'carrierChosenByClient' : 'carrierChoiceUnknown',
    };
  if (named === 'ourCarrier') return promptly(input, units);
  return saysUs ? holds : fails;
}

function promptly(input: PolicyInput, units: Units): Ground {
  const objection = objected(input, units);
  if (objection === 'prompt') return holds;
  if (objection === 'notMade') return fails;
  const answer = given(input, 'promptlyUndefined', units.place);
  if (answer !== null) return answer === 'objectedPromptly' ? holds : fails;
  const asks = {
    late: 'objectedLate',
    notKnown: 'objectionNotKnown',
    noPeriod: 'promptlyNotDefined',
    noReceipt: 'objectionReceiptUnknown',
  } as const;
  return { is: 'open', asks: asks[objection] };
}
