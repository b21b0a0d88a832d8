import type { PolicyVersion } from '../../../shared/facts/documents.ts';
import type { LocalDate } from '../../../shared/facts/time.ts';
import { PolicyVersionId } from '../../../shared/ids.ts';
import { standardParameters } from '../../../shared/office/standardPolicy.ts';
import { governingTextSha256 } from '../../../shared/policy/policyWords.ts';

export function policyOf(today: LocalDate): PolicyVersion {
  return {
    id: PolicyVersionId.parse('policy-1'),
    version: 1,
    title: 'Return policy',
    status: 'inForce',
    effectiveFrom: `${Number(today.slice(0, 4)) - 2}-01-01`,
    textSha256: governingTextSha256,
    parameters: standardParameters,
  };
}
