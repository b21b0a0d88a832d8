import type { PolicyVersion } from '../../../shared/facts/documents.ts';
import { policyVersionId } from './ids.ts';

type Parameters = PolicyVersion['parameters'];

/** The policy as design reads it: 3 and 7 working days, two misuse indicators, everything asked. */
export function aPolicy(
  parameters: Partial<Parameters> = {},
  overrides: Partial<Omit<PolicyVersion, 'parameters'>> = {},
): PolicyVersion {
  return {
    id: policyVersionId('policy-1'),
    version: 1,
    title: 'Return policy',
    status: 'inForce',
    effectiveFrom: '2025-01-01',
    textSha256: 'a'.repeat(64),
    parameters: {
      reviewWorkingDays: 3,
      inspectionWorkingDays: 7,
      targets: { verdictByDay: 4, approvalByDay: 5, redOnDay: 6 },
      misuseIndicatorsNeeded: 2,
      evidence: [],
      clientEvidence: [],
      readings: {
        lateRealDefect: 'ask',
        customisedOurError: 'ask',
        unknownLiability: 'ask',
        blindReturn: 'ask',
      },
      rounding: 'halfEven',
      ...parameters,
    },
    ...overrides,
  };
}
