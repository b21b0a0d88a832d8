import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { InspectionFinishedFact } from '../../facts/fact.ts';
import { canonicalJson } from '../../sync/canonicalJson.ts';
import type { CaseFile } from '../reading/caseFile.ts';
import type { CaseReferences } from '../reading/policyInput.ts';

/**
 * SHA-256 (hex) over everything a verdict is computed from: the facts it names, the papers of the
 * case, the order lines, the policy and contract versions. Equal on station and central, or somebody
 * decided over something else.
 */
export function basisHashOf(
  inspection: InspectionFinishedFact,
  file: CaseFile,
  { policy, contract, orderLines }: CaseReferences,
): string {
  const basis = new Set<string>(inspection.basis);
  const content = canonicalJson({
    facts: file.facts.filter((fact) => basis.has(fact.id)),
    case: file.returnCase,
    orderLines: [...orderLines].sort((a, b) => (a.id < b.id ? -1 : 1)),
    policy,
    contract,
  });
  return bytesToHex(sha256(utf8ToBytes(content)));
}
