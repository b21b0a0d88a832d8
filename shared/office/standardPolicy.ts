import type { PolicyVersion } from '../facts/documents.ts';

/** The numbers and readings the shipped text is applied with where a company says no others. */
export const standardParameters: PolicyVersion['parameters'] = {
  reviewWorkingDays: 3,
  inspectionWorkingDays: 7,
  targets: { verdictByDay: 4, approvalByDay: 5, redOnDay: 6 },
  misuseIndicatorsNeeded: 2,
  evidence: [
    { reason: null, severity: null, shots: ['wholeItem'] },
    { reason: null, severity: 'critical', shots: ['defectCloseUp', 'serialPlate'] },
    { reason: null, severity: 'major', shots: ['defectCloseUp'] },
    { reason: 'defective', severity: null, shots: ['label'] },
    { reason: 'wrongGoods', severity: null, shots: ['label'] },
    { reason: 'notAsDescribed', severity: null, shots: ['label'] },
    { reason: 'labelProblem', severity: null, shots: ['label'] },
    { reason: 'packagingDefective', severity: null, shots: ['packaging'] },
    { reason: 'transportDamage', severity: null, shots: ['packaging'] },
  ],
  clientEvidence: ['photos', 'description'],
  readings: {
    lateRealDefect: 'ask',
    customisedOurError: 'ask',
    unknownLiability: 'ask',
    blindReturn: 'ask',
  },
  rounding: 'halfEven',
};
