import type { PhotoTakenFact } from '../../shared/facts/fact.ts';
import type { PhotoRow } from '../storage/rows.ts';
import { deadlineOfCase } from './deadlineOfCase.ts';
import type { LoadedCase } from './loadedCase.ts';
import { farAway } from './projectCase.ts';

/** A photo waiting to be sent, in the order of the deadline it serves. */
export function photoRowOf(fact: PhotoTakenFact, loaded: LoadedCase | null): PhotoRow {
  const deadline = loaded && deadlineOfCase(loaded, fact.at.localDate);
  return {
    sha256: fact.sha256,
    caseId: fact.caseId ?? '',
    mediaType: fact.mediaType,
    bytes: fact.bytes,
    sentBytes: 0,
    state: 'waiting',
    uploadUrl: null,
    dueBefore: deadline?.dueBefore ?? farAway,
    takenAt: fact.at.utc,
    verifiedAt: null,
    trouble: null,
    notBefore: null,
  };
}
