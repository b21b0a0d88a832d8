import type { MisuseIndicator } from '../../../../shared/facts/codes.ts';
import type { Observation } from '../../../../shared/facts/fact.ts';
import { accept, type Result, refuse } from '../../../../shared/result.ts';
import type { FindingDraft } from '../../../actions/saveDraft.ts';

/** A finding about so many; null: about all that are left. */
export function emptyDraft(quantity: number | null): FindingDraft {
  return {
    what: null,
    group: null,
    code: null,
    entry: null,
    severity: null,
    cause: null,
    indicators: [],
    claimed: true,
    quantity,
    note: '',
  };
}

/** Something was answered or written: worth keeping. The quantity alone is not. */
export function isBegun(draft: FindingDraft): boolean {
  const { what, note, measurements = [], missingParts = [] } = draft;
  return what !== null || note.trim() !== '' || measurements.length > 0 || missingParts.length > 0;
}

/** The field still to be answered before the finding can be recorded. */
export type OpenField = 'what' | 'code' | 'severity' | 'cause' | 'quantity';

export function observationOf(
  draft: FindingDraft,
): Result<Observation, { readonly field: OpenField }> {
  if (draft.quantity !== null && draft.quantity <= 0) return refuse({ field: 'quantity' });
  if (draft.what === null) return refuse({ field: 'what' });
  if (draft.what === 'noDefect') return accept({ kind: 'noDefect' });
  if (draft.code === null) return refuse({ field: 'code' });
  if (draft.severity === null) return refuse({ field: 'severity' });
  if (draft.cause === null) return refuse({ field: 'cause' });
  return accept({
    kind: 'defect',
    code: draft.code,
    ...(draft.entry ? { entry: draft.entry } : {}),
    severity: draft.severity,
    cause: draft.cause,
    indicators: draft.cause === 'misuse' ? [...draft.indicators] : [],
    claimed: draft.claimed,
  });
}

/** With this sign of improper use, or without it where it was said already. */
export function toggled(
  signs: FindingDraft['indicators'],
  sign: MisuseIndicator,
): FindingDraft['indicators'] {
  return signs.includes(sign) ? signs.filter((one) => one !== sign) : [...signs, sign];
}
