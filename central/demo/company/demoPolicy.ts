import type { PolicyVersion } from '../../../shared/facts/documents.ts';
import type { LocalDate } from '../../../shared/facts/time.ts';
import { PolicyVersionId } from '../../../shared/ids.ts';
import { governingTextSha256 } from '../../../shared/policy/policyWords.ts';

export function policyOf(today: LocalDate): PolicyVersion {
  return {
    id: PolicyVersionId.parse('policy-1'),
    version: 1,
    title: 'Return policy',
    status: 'inForce',
    effectiveFrom: `${Number(today.slice(0, 4)) - 2}-01-01`,
    textSha256: governingTextSha256,
    parameters: {
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
    },
  };
}
