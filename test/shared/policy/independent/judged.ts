/** The plain rules of the policy, one after the other, for units that share everything. */

import type { NegativeOutcome } from '../../../../shared/facts/codes.ts';
import type { PolicyInput, Standing } from '../../../../shared/policy/decision.ts';
import { given } from './given.ts';
import { type Weighed, weigh } from './grounds.ts';
import { inspected, known, type Strange, strangeness, type Units } from './looked.ts';
import { applied } from './papers.ts';
import {
  type AskedOf,
  type Conflict,
  ofCause,
  ofComing,
  ofConflict,
  ofIntactness,
  ofOrigin,
  ofPapers,
  together,
} from './questions.ts';

export type Judged = {
  readonly units: Units;
  readonly weighed: Weighed;
  readonly strange: Strange | null;
  readonly conflict: Conflict;
  readonly standing: Standing;
  readonly intact: boolean | null;
  /** Upheld, but a person refuses it because it is not intact. */
  readonly broken: boolean;
  readonly negative: NegativeOutcome | null;
  readonly shared: boolean;
  /** Not upheld for want of a ground, or because IV-CUSTOM took it. */
  readonly groundFell: boolean;
  readonly questions: readonly AskedOf[];
  readonly missing: readonly string[];
};

const noConflict: Conflict = {
  questions: [],
  refusals: [],
  late: false,
  lateAccepted: false,
  customBlocks: false,
  customRefused: false,
};

/** A cause nobody knows is asked about once the grounds beside it have fallen. */
export function judge(input: PolicyInput, units: Units, clientArranged: boolean): Judged {
  const judged = judgeOnce(input, units, { alone: false, clientArranged });
  const { weighed, standing, groundFell } = judged;
  return standing === 'notUpheld' && groundFell && weighed.doubtful && !weighed.unclear
    ? judgeOnce(input, units, { alone: true, clientArranged })
    : judged;
}

function judgeOnce(
  input: PolicyInput,
  units: Units,
  how: { readonly alone: boolean; readonly clientArranged: boolean },
): Judged {
  const weighed = weigh(input, units, how.alone);
  const strange = strangeness(units);
  const grounds = [weighed.quality, weighed.order, weighed.transport];
  const right = grounds.some(({ is }) => is === 'holds');
  const strangeOpen = strange !== null && given(input, 'blindReturn', units.place) === null;
  const origin = ofOrigin(input, units, strange);
  const chance =
    units.doubtful ||
    strangeOpen ||
    origin.questions.length > 0 ||
    grounds.some(
      (ground) => ground.is !== 'fails' && !(ground.is === 'needs' && ground.fact === 'orderLine'),
    );

  const coming = ofComing(input, units, chance);
  const late = applied(input, units.orderLine).kind === 'late';
  const conflict = right ? ofConflict(input, units, weighed) : { ...noConflict, late };
  const shared = isShared(units, weighed);
  const pickUpIsOurs = right && !shared && conflict.refusals.length === 0 && !how.clientArranged;
  const intact = intactness(units, weighed, pickUpIsOurs);
  const integrity = ofIntactness(input, units);
  const lost = conflict.refusals.length > 0;
  const ofRight = together([
    ofCause(weighed, right),
    conflict,
    right && weighed.quality.is !== 'open' ? ofPapers(input, units) : noConflict,
    right && !lost && intact === false ? integrity : noConflict,
  ]);
  const missing = missingFacts(input, units, weighed, { strange, strangeOpen, chance, right });

  const certain =
    origin.questions.length === 0 &&
    weighed.quality.is !== 'open' &&
    missing.every((fact) => fact === 'orderLine' || fact === 'clientReceivedOn');
  const refused =
    coming.refusals[0] ?? origin.refusals[0] ?? (certain ? conflict.refusals[0] : null) ?? null;
  const questions = refused !== null ? [] : together([origin, coming, ofRight]).questions;
  const standing = standingOf(refused !== null, questions, missing, right);
  return {
    units,
    weighed,
    strange,
    conflict,
    standing,
    intact,
    broken: standing === 'upheld' && intact === false && integrity.broken,
    negative: standing === 'notUpheld' ? (refused ?? negativeOf(units, weighed)) : null,
    shared,
    groundFell:
      refused === null ||
      (coming.refusals.length + origin.refusals.length === 0 && conflict.customRefused),
    questions,
    missing: refused !== null ? [] : missing,
  };
}

function standingOf(
  refused: boolean,
  questions: readonly AskedOf[],
  missing: readonly string[],
  right: boolean,
): Standing {
  if (refused) return 'notUpheld';
  if (questions.length > 0) return 'needsPerson';
  if (missing.length > 0) return 'needsFacts';
  return right ? 'upheld' : 'notUpheld';
}

function missingFacts(
  input: PolicyInput,
  units: Units,
  { quality }: Weighed,
  about: {
    readonly strange: Strange | null;
    readonly strangeOpen: boolean;
    readonly chance: boolean;
    readonly right: boolean;
  },
): string[] {
  const { strange, strangeOpen, chance, right } = about;
  const missing: string[] = [];
  const proof = quality.is === 'needs' && quality.fact === 'misuseProof';
  if ((strange === 'order' || strange === 'article') && (strangeOpen || chance))
    missing.push('orderLine');
  if (chance && applied(input, units.orderLine).kind === 'noReceipt')
    missing.push('clientReceivedOn');
  if (chance && !known(units)) missing.push('finding');
  if (proof && !right) missing.push('misuseProof');
  if (units.doubtful) missing.push('findingQuantities');
  return missing;
}

/**
 * Complete, and no damage in the client's hands beyond what was found to be ours or the carrier's.
 * Damage of the way back is harmless where we owe the pick-up.
 */
function intactness(
  units: Units,
  { causes, unclear, named, mixed, tired }: Weighed,
  weOweThePickUp: boolean,
): boolean | null {
  if (causes.has('returnTransport') && !weOweThePickUp) return false;
  if (!inspected(units)) return null;
  if ((causes.has('misuse') && !mixed) || tired) return false;
  if (unclear) return named === null ? null : named !== 'client' && named !== 'clientCarrier';
  return !causes.has('wear') && !causes.has('unknown');
}

function isShared(units: Units, weighed: Weighed): boolean {
  const { quality, order, transport, named, unclear, causes, mixed } = weighed;
  if (named !== 'sharedHalf' || order.is === 'holds') return false;
  if (quality.is === 'holds') return mixed || (unclear && !causes.has('manufacturing'));
  return transport.is === 'holds' && units.orderLine?.carrier.selectedBy !== 'us';
}

function negativeOf(units: Units, { misuse, named, unclear, causes }: Weighed): NegativeOutcome {
  if (misuse === 'proved' || (unclear && named === 'client')) return 'notUsedAsIntended';
  if (unclear || causes.has('outboundTransport')) return 'freightDamage';
  const reason = units.returnLine?.claimedReason;
  if (reason === undefined || strangeness(units) === 'article') return 'noRecordOfSale';
  if (reason === 'wrongQuantity') return 'quantityDifference';
  const aboutTheOrder = ['wrongGoods', 'notAsDescribed', 'clientOrderingError', 'surplus'];
  return aboutTheOrder.includes(reason) ? 'asOrdered' : 'notDefective';
}
