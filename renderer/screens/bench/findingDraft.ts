import { accept, type Result, refuse } from '../../../shared/result.ts';
import type {
  Cause,
  DefectCode,
  DefectGroup,
  MisuseIndicator,
  Severity,
} from '../../../shared/returns/codes.ts';
import type { Observation } from '../../../shared/returns/fact.ts';

/** A finding while it is being put together. Every step is one press; nothing is typed but a note. */
export type FindingDraft = {
  readonly what: 'defect' | 'noDefect' | null;
  readonly group: DefectGroup | null;
  readonly code: DefectCode | null;
  readonly severity: Severity | null;
  readonly cause: Cause | null;
  readonly indicators: readonly MisuseIndicator[];
  readonly claimed: boolean;
  readonly quantity: number;
  readonly note: string;
};

export function emptyDraft(quantity: number): FindingDraft {
  return {
    what: null,
    group: null,
    code: null,
    severity: null,
    cause: null,
    indicators: [],
    claimed: true,
    quantity,
    note: '',
  };
}

/** The field still to be answered before the finding can be recorded. */
export type OpenField = 'what' | 'code' | 'severity' | 'cause' | 'quantity';

export function observationOf(
  draft: FindingDraft,
): Result<Observation, { readonly field: OpenField }> {
  if (draft.quantity <= 0) return refuse({ field: 'quantity' });
  if (draft.what === null) return refuse({ field: 'what' });
  if (draft.what === 'noDefect') return accept({ kind: 'noDefect' });
  if (draft.code === null) return refuse({ field: 'code' });
  if (draft.severity === null) return refuse({ field: 'severity' });
  if (draft.cause === null) return refuse({ field: 'cause' });
  return accept({
    kind: 'defect',
    code: draft.code,
    severity: draft.severity,
    cause: draft.cause,
    indicators: draft.cause === 'misuse' ? [...draft.indicators] : [],
    claimed: draft.claimed,
  });
}
