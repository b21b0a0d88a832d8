import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PolicyText } from '../../facts/policyText.ts';
import { canonicalJson } from '../../sync/canonicalJson.ts';

/** SHA-256 (hex) of a policy's text of a company's own, as its edition names it. */
export function textSha256(text: PolicyText): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(text))));
}
