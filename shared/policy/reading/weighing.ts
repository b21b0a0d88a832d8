import type { FindingFact } from '../../facts/fact.ts';
import type { Inferred } from '../decision.ts';
import { articleByRecords } from './articleOfRecords.ts';
import { type DefectFinding, isDefect } from './groupFacts.ts';
import { isBeside } from './placing.ts';
import type { Portion } from './portions.ts';

/**
 * What was found on the units of one portion, by cause; all of it is about all of them. Pure sorting,
 * no clause applied yet.
 */
export type Weighing = {
  /** Somebody looked at what the claim is about; damage of the way back alone is no inspection. */
  readonly inspected: boolean;
  readonly manufacturing: readonly DefectFinding[];
  readonly orderError: readonly DefectFinding[];
  readonly ourTransport: readonly DefectFinding[];
  /** Carried by a carrier the client chose, or nobody knows who did. */
  readonly otherTransport: readonly DefectFinding[];
  /** Cause unknown, wear, or misuse and a defect of ours on the same units. */
  readonly unclear: {
    readonly cause: UnclearCause;
    readonly findings: readonly DefectFinding[];
  } | null;
  /** Cause unknown or wear, whatever else is there: asked about once the grounds beside it have fallen. */
  readonly doubtful: readonly DefectFinding[];
  /** The only exit from II-QUALITY; null where nothing of it was found. */
  readonly misuse: MisuseProof | null;
  /** Not found to be ours or a carrier's: worn, misused, or nobody knows, beside what is ours. */
  readonly clientDamage: readonly DefectFinding[];
  readonly returnTransport: readonly DefectFinding[];
  readonly noDefect: readonly FindingFact[];
  /** Found both sound and defective, or findings about units that are not there. */
  readonly contradictory: boolean;
  /** Set when an agreed sample speaks for units nobody looked at. */
  readonly inferred: Inferred | null;
};

type UnclearCause = 'unknown' | 'wear' | 'mixed';

export type MisuseProof = {
  readonly findings: readonly DefectFinding[];
  /** Distinct signs over all findings on these units. */
  readonly indicators: number;
  readonly photoFactIds: readonly string[];
  readonly isProved: boolean;
};

/**
 * Weighs one portion. What the client is entitled to is told first, so that units which also show
 * something doubtful lose nothing by it; proved misuse beside damage of another cause is unclear.
 * `indicatorsNeeded` is the policy's number of distinct signs of misuse.
 */
export function weighFindings(portion: Portion, indicatorsNeeded: number): Weighing {
  const noDefect = portion.findings.filter((f) => !isDefect(f));
  const all = portion.findings.filter(isDefect);
  // On sound units, damage nobody claimed says nothing about the claim: it is not proved by it.
  const aside = all.filter((f) => noDefect.length > 0 && isBeside(f));
  const defects = all.filter((f) => !aside.includes(f));
  const among = (findings: readonly DefectFinding[], ...causes: readonly string[]) =>
    findings.filter((f) => causes.includes(f.observation.cause));
  const caused = (...causes: readonly string[]) => among(defects, ...causes);
  const byUs = portion.orderLine?.carrier.selectedBy === 'us';
  const transport = caused('outboundTransport');
  const returnTransport = among(all, 'returnTransport');
  const misuse = misuseOf(caused('misuse'), portion, indicatorsNeeded);
  const physical = [...caused('manufacturing'), ...(byUs ? transport : [])];
  // What we neither sold nor shipped is no error of ours, whatever the bench calls it.
  const isStranger = articleByRecords(portion.group, portion.orderLine) === 'neither';
  const orderError = isStranger ? [] : caused('orderError');
  const isMixed = misuse?.isProved === true && physical.length + transport.length > 0;
  const hasGround = portion.byRecords !== null || orderError.length > 0 || physical.length > 0;
  const doubtful = caused('unknown', 'wear');
  const unclear = isMixed
    ? {
        cause: 'mixed' as const,
        findings: [...caused('manufacturing'), ...transport, ...caused('misuse'), ...doubtful],
      }
    : doubtful.length > 0 && !hasGround
      ? { cause: unclearCause(doubtful), findings: doubtful }
      : null;

  return {
    inspected:
      noDefect.length > 0 || defects.some((f) => f.observation.cause !== 'returnTransport'),
    manufacturing: isMixed ? [] : caused('manufacturing'),
    orderError,
    ourTransport: byUs && !isMixed ? transport : [],
    otherTransport: byUs ? [] : transport,
    unclear,
    doubtful,
    misuse,
    clientDamage: isMixed
      ? []
      : [
          ...caused('misuse', ...(unclear ? [] : ['wear', 'unknown'])),
          ...among(aside, 'misuse', 'wear'),
        ],
    returnTransport,
    noDefect,
    contradictory: portion.isCutOff || (noDefect.length > 0 && defects.length > 0),
    inferred: null,
  };
}

/**
 * The same units, when no ground beside the doubtful findings stood (no prompt objection, goods made
 * to order): a cause nobody knows is never decided alone (policy 6). Null where nothing was set aside.
 */
export function withoutFallenGrounds(weighing: Weighing): Weighing | null {
  const { doubtful, unclear, clientDamage } = weighing;
  if (unclear !== null || doubtful.length === 0) return null;
  return {
    ...weighing,
    unclear: { cause: unclearCause(doubtful), findings: doubtful },
    clientDamage: clientDamage.filter((finding) => !doubtful.includes(finding)),
  };
}

function misuseOf(
  findings: readonly DefectFinding[],
  { findingPhotos }: Portion,
  needed: number,
): MisuseProof | null {
  if (findings.length === 0) return null;
  const indicators = new Set(findings.flatMap((f) => f.observation.indicators)).size;
  const photoFactIds = [
    ...new Set(
      findings.flatMap((f) => f.photoIds.flatMap((id) => findingPhotos.get(id)?.id ?? [])),
    ),
  ];
  return {
    findings,
    indicators,
    photoFactIds,
    isProved: indicators >= needed && photoFactIds.length > 0,
  };
}

function unclearCause(doubtful: readonly DefectFinding[]): UnclearCause {
  return doubtful.some((f) => f.observation.cause === 'unknown') ? 'unknown' : 'wear';
}
