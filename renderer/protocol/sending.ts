import type { PushResponse } from '../../shared/sync/centralApi.ts';
import type { OutboxRow } from '../storage/rows.ts';

/** What one round of sending has learnt so far. */
export type Sending = {
  /** Commands central put off: the others do not wait for them. */
  readonly putOff: ReadonlySet<string>;
  /** From where central asked to be sent the last time, and got it. */
  readonly resumedFrom: number | null;
};

export const sendingBegins: Sending = { putOff: new Set(), resumedFrom: null };

/** Whether a waiting command may go in this round. */
export function mayGo({ putOff }: Sending, { id }: Pick<OutboxRow, 'id'>): boolean {
  return !putOff.has(id);
}

type Room = { readonly commands: number; readonly bytes: number };

/** What goes next of what may: as much as fits, in order; one at least, so that a large one cannot stand still for ever. */
export function nextBatch<Row extends Pick<OutboxRow, 'bytes'>>(
  waiting: readonly Row[],
  most: Room,
): readonly Row[] {
  let bytes = 0;
  const end = waiting.findIndex((row, index) => {
    bytes += row.bytes;
    return index === most.commands || (bytes > most.bytes && index > 0);
  });
  return end < 0 ? waiting : waiting.slice(0, end);
}

/**
 * `offer`: central lacks commands from a sequence on; where the station no longer has them,
 * `orWait` says whether to give up for this round.
 */
export type NextStep =
  | { readonly kind: 'goOn' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'offer'; readonly from: number; readonly orWait: boolean };

/** What an answer of central means for the round; each single result is for `answering`. */
export function afterAnswer(
  { putOff, resumedFrom }: Sending,
  { results, expectedSequence }: Pick<PushResponse, 'results' | 'expectedSequence'>,
): { readonly sending: Sending; readonly next: NextStep } {
  const deferred = results.flatMap((result) => (result.kind === 'deferred' ? [result.id] : []));
  const sending: Sending = {
    putOff: deferred.length === 0 ? putOff : new Set([...putOff, ...deferred]),
    resumedFrom: expectedSequence,
  };
  const standsStill = results.length === 0;
  if (standsStill && (expectedSequence === null || expectedSequence === resumedFrom))
    return { sending, next: { kind: 'wait' } };
  return {
    sending,
    next:
      expectedSequence === null
        ? { kind: 'goOn' }
        : { kind: 'offer', from: expectedSequence, orWait: standsStill },
  };
}

/** How a round ends when nothing more may go. */
export function roundEnds({ putOff }: Sending): 'empty' | 'waiting' {
  return putOff.size === 0 ? 'empty' : 'waiting';
}
