import { assertNever } from '../../shared/result.ts';
import type { CommandResult } from '../../shared/sync/centralApi.ts';
import type { FactRow, RefusedRow } from '../storage/rows.ts';

type Acked = Pick<FactRow, 'acceptance' | 'acceptedAt'>;

/**
 *   here ──deferred──→ sent ──applied, duplicate──→ accepted
 *     └──────────────────┴────refused, quarantined──→ refused
 * An answer for good takes the command out of the outbox and strikes it off the journal.
 */
export function afterResult<Row extends Acked>(row: Row, result: CommandResult): Row {
  switch (result.kind) {
    case 'applied':
    case 'duplicate':
      return { ...row, acceptance: 'accepted', acceptedAt: result.acceptedAt };
    case 'refused':
    case 'quarantined':
      return { ...row, acceptance: 'refused' };
    case 'deferred':
      return { ...row, acceptance: 'sent' };
    default:
      return assertNever(result);
  }
}

/** What is deferred stays where it is. */
export function isForGood({ kind }: CommandResult): boolean {
  return kind !== 'deferred';
}

/** The reason a person is shown; null where there is nothing to see to. */
export function reasonIn(result: CommandResult): RefusedRow['why'] | null {
  if (result.kind === 'refused') return { kind: 'refused', refusal: result.refusal };
  if (result.kind === 'quarantined') return { kind: 'quarantined', reason: result.reason };
  return null;
}

/** Central refused it once and takes it now: after a restore it hears others in another order. */
export function isNoLongerRefused(
  { acceptance }: Pick<FactRow, 'acceptance'>,
  { kind }: CommandResult,
): boolean {
  return acceptance !== 'accepted' && (kind === 'applied' || kind === 'duplicate');
}

/** An own command that the feed shows to be accepted although the answer to it never came. */
export function isAnsweredByFeed({
  sequence,
  acceptance,
}: Pick<FactRow, 'sequence' | 'acceptance'>): boolean {
  return sequence > 0 && acceptance !== 'accepted';
}
