import { emptyGroup, type GroupDraft, groupOf } from '../form/draft.ts';
import type { Field } from '../form/shape.ts';

/** The numbers and readings the governing text is shipped with: a draft begins with them. */
const usual = {
  reviewWorkingDays: 3,
  inspectionWorkingDays: 7,
  targets: { verdictByDay: 4, approvalByDay: 5, redOnDay: 6 },
  misuseIndicatorsNeeded: 2,
  evidence: [
    { reason: null, severity: null, shots: ['wholeItem'] },
    { reason: null, severity: 'critical', shots: ['defectCloseUp', 'serialPlate'] },
    { reason: null, severity: 'major', shots: ['defectCloseUp'] },
    { reason: 'transportDamage', severity: null, shots: ['packaging'] },
  ],
  clientEvidence: ['photos', 'description'],
  readings: {
    lateRealDefect: 'ask',
    customisedOurError: 'ask',
    unknownLiability: 'ask',
    blindReturn: 'ask',
    evidenceAfterInspection: 'note',
    mixedFreight: 'ask',
  },
  rounding: 'halfEven',
} as const;

export function usualPolicy(fields: readonly Field[]): GroupDraft {
  const begun = groupOf(fields, { parameters: usual }, 'office');
  return { ...emptyGroup(fields, 'office'), parameters: begun['parameters'] ?? null };
}
