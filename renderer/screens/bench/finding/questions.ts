import type { FindingDraft } from '../../../actions/saveDraft.ts';
import type { OpenField } from './findingDraft.ts';

/** What is asked about a finding, in the order in which it is asked. */
export type Question = 'units' | 'defect' | 'severity' | 'cause' | 'signs' | 'record';

/** What has to be said of this finding; sound units have no severity. */
export function questionsOf({ what, cause }: FindingDraft): readonly Question[] {
  if (what === 'noDefect') return ['units', 'defect', 'record'];
  return [
    'units',
    'defect',
    'severity',
    'cause',
    ...(cause === 'misuse' ? (['signs'] as const) : []),
    'record',
  ];
}

/** The first that is not answered. Signs of improper use are never enough by themselves: they stay asked. */
export function questionNow(draft: FindingDraft, isUnitsSaid: boolean): Question {
  if (!isUnitsSaid) return 'units';
  if (draft.what === 'noDefect') return 'record';
  if (draft.code === null) return 'defect';
  if (draft.severity === null) return 'severity';
  if (draft.cause === null) return 'cause';
  return draft.cause === 'misuse' ? 'signs' : 'record';
}

/** The one before or after it; at either end it stays. */
export function questionBeside(draft: FindingDraft, from: Question, by: 1 | -1): Question {
  const all = questionsOf(draft);
  const at = Math.min(all.length - 1, Math.max(0, all.indexOf(from) + by));
  return all[at] ?? from;
}

/** Where an answer that is still open is given. */
export function questionOfField(field: OpenField): Question {
  if (field === 'quantity') return 'units';
  return field === 'what' || field === 'code' ? 'defect' : field;
}

/**
 * How many, as digits are typed one after the other: 1 and 2 are twelve. Digits that would come to
 * more than there are begin anew; what is more by itself changes nothing.
 */
export function quantityTyped(typed: string, digit: string, most: number): string {
  for (const next of [typed + digit, digit]) {
    const quantity = Number(next);
    if (quantity >= 1 && quantity <= most) return next;
  }
  return typed;
}
