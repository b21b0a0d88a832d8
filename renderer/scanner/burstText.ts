import { type BurstState, type Gathered, isLocked } from './burstState.ts';
import type { ScannerProfile } from './profile.ts';
import { prefixTokens } from './tokenOf.ts';

export function isSuffix(token: string, { suffix }: ScannerProfile): boolean {
  if (suffix === 'Tab') return token === '\t';
  return suffix === 'Enter' && (token === '\r' || token === '\n');
}

export function isPrintable(token: string): boolean {
  return token.length === 1 && (token === '\u001d' || (token >= ' ' && token !== '\u007f'));
}

export function printable(state: BurstState, profile: ScannerProfile): readonly string[] {
  return tokensOf(state, profile).filter(isPrintable);
}

export function tokensOf({ keys, proved }: BurstState, profile: ScannerProfile): readonly string[] {
  const tokens = keys.map(({ token }) => token);
  const isKept = !proved || profile.prefix === ']';
  return isKept ? tokens : tokens.slice(prefixTokens(profile.prefix).length);
}

/** One more key than the prefix has, so that a person may still type the prefix's own character. */
export function isProved(keys: readonly Gathered[], profile: ScannerProfile): boolean {
  const prefix = prefixTokens(profile.prefix);
  return prefix.length > 0 && keys.length > prefix.length && matches(keys, prefix);
}

export function isPartOfPrefix(keys: readonly Gathered[], profile: ScannerProfile): boolean {
  const prefix = prefixTokens(profile.prefix);
  return keys.length <= prefix.length && matches(keys, prefix.slice(0, keys.length));
}

function matches(keys: readonly Gathered[], tokens: readonly string[]): boolean {
  return tokens.every((token, i) => keys[i]?.token === token);
}

/** A scan may start right after a person's key. */
export function beginsPrefix(state: BurstState, token: string, profile: ScannerProfile): boolean {
  const prefix = prefixTokens(profile.prefix);
  return token === prefix[0] && !isLocked(state) && !isPartOfPrefix(state.keys, profile);
}
