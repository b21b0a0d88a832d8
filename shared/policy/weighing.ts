import type { FindingFact } from '../returns/fact.ts';
import { toThousandths } from '../returns/quantity.ts';
import { type DefectFinding, type GroupFacts, isDefect } from './groupFacts.ts';

/** Part of a group's units and the findings that speak about them. Thousandths of a unit. */
export type Share = { readonly quantity: number; readonly findings: readonly FindingFact[] };

/** What a sample says about the units nobody looked at. */
export type Inferred = {
  readonly upheld: boolean;
  /** Units, not thousandths. */
  readonly quantity: number;
  readonly inspected: number;
  readonly defective: number;
};

/**
 * A group's units, each counted once, by what was found to be the cause. What the client is
 * entitled to is told first, so that units which also show something doubtful lose nothing by it, and
 * a real defect before our other errors, because it weighs most against a late application.
 */
export type Weighing = {
  readonly size: number;
  /** Shown wrong by the records alone: another article than ordered, more shipped than ordered. */
  readonly byRecords: number;
  readonly manufacturing: Share;
  readonly orderError: Share;
  readonly ourTransport: Share;
  /** Carried by a carrier the client chose, or nobody knows who did. */
  readonly otherTransport: Share;
  /** Cause unknown, wear, or misuse and a defect of ours on the same units. */
  readonly unclear: Share & { readonly cause: 'unknown' | 'wear' | 'mixed' };
  readonly misuseProved: Share;
  readonly misuseNotProved: Share;
  readonly noDefect: Share;
  /** Damage or missing parts beyond what the client claimed. */
  readonly beyond: readonly DefectFinding[];
  readonly uninspected: number;
  /** Findings about more units than the group has. */
  readonly contradictory: boolean;
  /** Set when an agreed sample speaks for units nobody looked at. */
  readonly inferred: Inferred | null;
};

/**
 * Weighs the findings of one group. Pure counting, no clause applied yet.
 * `indicatorsNeeded` is the policy's number of distinct misuse indicators; a misuse finding
 * without them, or without a photo the case holds, proves nothing.
 */
export function weighFindings(
  facts: GroupFacts,
  byRecords: number,
  indicatorsNeeded: number,
): Weighing {
  const size = toThousandths(facts.group.quantity);
  const defects = facts.findings.filter(isDefect);
  const wholeGroupByRecords = byRecords > 0 && byRecords >= size;
  const beyond = defects.filter((f) => isBeyondClaim(f, wholeGroupByRecords));
  const claimed = defects.filter((f) => !beyond.includes(f));
  const none = shareOf(facts.findings.filter((f) => !isDefect(f)));

  const caused = (...causes: readonly string[]) =>
    claimed.filter((f) => causes.includes(f.observation.cause));
  const byUs = facts.orderLine?.carrier.selectedBy === 'us';
  const transport = caused('outboundTransport');
  const misuse = caused('misuse');
  const proved = misuse.filter((f) => isProvedMisuse(f, facts, indicatorsNeeded));
  const unproved = misuse.filter((f) => !proved.includes(f));
  const ours = [...caused('manufacturing', 'orderError'), ...(byUs ? transport : [])];
  const doubtful = caused('unknown', 'wear');

  const overlap =
    proved.length > 0 &&
    ours.length > 0 &&
    none.quantity + shareOf(proved).quantity + largest(ours) > size;
  const unclear = overlap ? [...ours, ...proved, ...doubtful] : doubtful;

  const isOurs = (cause: string) => (overlap ? [] : caused(cause));
  const found = Math.max(0, size - none.quantity);
  const certainMisuse = overlap ? 0 : Math.min(found, shareOf(proved).quantity);
  const manufacturing = shareOf(isOurs('manufacturing'), found - certainMisuse);
  const recorded = Math.min(byRecords, size - manufacturing.quantity);

  let left = Math.max(0, found - manufacturing.quantity - recorded);
  const take = (findings: readonly FindingFact[]): Share => {
    const share = shareOf(findings, left);
    left -= share.quantity;
    return share;
  };
  const provedShare = take(overlap ? [] : proved);
  const orderError = take(isOurs('orderError'));
  const ourTransport = take(byUs && !overlap ? transport : []);
  const unclearShare = take(unclear);
  const otherTransport = take(byUs ? [] : transport);
  const misuseNotProved = take(unproved);

  return {
    size,
    byRecords: recorded,
    manufacturing,
    orderError,
    ourTransport,
    otherTransport,
    unclear: { ...unclearShare, cause: unclearCause(overlap, doubtful) },
    misuseProved: provedShare,
    misuseNotProved,
    noDefect: none,
    beyond,
    uninspected: Math.max(0, size - shareOf(facts.findings.filter(isInspected)).quantity),
    contradictory: largest(facts.findings) > size || none.quantity + largest(claimed) > size,
    inferred: null,
  };

  function isInspected(finding: FindingFact): boolean {
    return !isDefect(finding) || claimed.includes(finding) || wholeGroupByRecords;
  }
}

/**
 * Damage the client did not complain of, and everything that happened on the way back. Other
 * defects of our own making are no damage: they left our house that way.
 */
function isBeyondClaim(finding: DefectFinding, wrongByRecords: boolean): boolean {
  const { cause, claimed } = finding.observation;
  if (cause === 'manufacturing' || cause === 'orderError') return false;
  return cause === 'returnTransport' || !claimed || wrongByRecords;
}

/** Distinct signs found on these units and a photo of them that the case really holds. */
export function misuseProof(
  finding: DefectFinding,
  facts: GroupFacts,
): { readonly indicators: number; readonly photoFactIds: readonly string[] } {
  return {
    indicators: new Set(finding.observation.indicators).size,
    photoFactIds: finding.photoIds.flatMap((id) => facts.findingPhotos.get(id)?.id ?? []),
  };
}

function isProvedMisuse(finding: DefectFinding, facts: GroupFacts, needed: number): boolean {
  const proof = misuseProof(finding, facts);
  return proof.indicators >= needed && proof.photoFactIds.length > 0;
}

function unclearCause(
  overlap: boolean,
  doubtful: readonly DefectFinding[],
): Weighing['unclear']['cause'] {
  if (overlap) return 'mixed';
  return doubtful.some((f) => f.observation.cause === 'unknown') ? 'unknown' : 'wear';
}

function shareOf(findings: readonly FindingFact[], most = Number.POSITIVE_INFINITY): Share {
  const quantity = findings.reduce((sum, f) => sum + toThousandths(f.quantity), 0);
  return { quantity: Math.min(most, quantity), findings };
}

function largest(findings: readonly FindingFact[]): number {
  return findings.reduce((most, f) => Math.max(most, toThousandths(f.quantity)), 0);
}
