import { createHash } from 'node:crypto';
import type { Head } from '../../electron/main/journal/journalHead.ts';
import { canonicalJson } from '../../shared/sync/canonicalJson.ts';
import type { Command } from '../../shared/sync/command.ts';
import { factId, stationId } from '../builders/cases/ids.ts';
import { anArrival } from '../builders/cases/recordedFacts.ts';

/** The command that follows `head`: rightly numbered and chained, with a signature in form only. */
export function aCommandAfter(head: Head, id: string): Command {
  const open = {
    version: 1 as const,
    fact: anArrival({ id: factId(id), note: `Parcel ${id}` }),
    basis: { cursor: null, heads: [] },
    stationId: stationId('station-1'),
    sequence: head.sequence + 1,
    previousHash: head.hash,
  };
  const hash = createHash('sha256').update(canonicalJson(open)).digest('hex');
  return { ...open, hash, signature: 's'.repeat(88) };
}
