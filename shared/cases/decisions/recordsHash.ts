import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../sync/canonicalJson.ts';
import type { CaseFile } from '../reading/caseFile.ts';

/**
 * SHA-256 (hex) over every record of a case, those corrected since among them, and no report: equal
 * wherever the same is known of the case, and another as soon as anything is added.
 */
export function recordsHashOf({ facts }: Pick<CaseFile, 'facts'>): string {
  const told = facts.filter(({ kind }) => kind !== 'reportMade');
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(told))));
}
