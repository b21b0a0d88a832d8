import { accept, type Result, refuse } from '../../result.ts';
import { type Gs1Element, readElement } from './element.ts';
import { findEntry, leadingAi } from './findEntry.ts';
import type { Gs1Refusal } from './gs1Refusal.ts';

/** FNC1 between two values, as scanners transmit it. */
export const groupSeparator = '\u001d';

export type Elements = Result<readonly Gs1Element[], Gs1Refusal>;

/**
 * Reads element strings (GS1 General Specifications, 7.8): identifiers and values one after the
 * other, a value of open length ended by the group separator. `offset` is where `text` begins in
 * what was scanned. Refuses `unknownAi`, `contradiction` and all that `readElement` refuses.
 *
 * Which identifiers belong together is not judged: GS1 asks that over all labels of an item.
 */
export function readElementString(text: string, offset: number, referenceYear: number): Elements {
  const pairs: Pair[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === groupSeparator) {
      at += 1;
      continue;
    }
    const ai = leadingAi(text.slice(at, at + 4));
    const entry = ai === undefined ? undefined : findEntry(ai);
    if (ai === undefined || entry === undefined) return refuse(unknownAiAt(text, at, offset));
    const from = at + ai.length;
    const separator = text.indexOf(groupSeparator, from);
    const open = separator < 0 ? text.length : separator;
    const length = entry.parts.reduce((sum, part) => sum + part.max, 0);
    at = entry.fixed ? Math.min(from + length, open) : open;
    pairs.push({ ai, value: text.slice(from, at), position: from - ai.length + offset });
  }
  return readPairs(pairs, referenceYear);
}

function unknownAiAt(text: string, at: number, offset: number): Gs1Refusal {
  const ai = /^\d{0,4}/.exec(text.slice(at))?.[0] ?? '';
  return { code: 'unknownAi', ai, position: at + offset };
}

export type Pair = { readonly ai: string; readonly value: string; readonly position: number };

/** Values already cut apart, each with its identifier. */
export function readPairs(pairs: readonly Pair[], referenceYear: number): Elements {
  const elements = new Map<string, Gs1Element>();
  for (const { ai, value, position } of pairs) {
    const entry = findEntry(ai);
    if (entry === undefined) return refuse({ code: 'unknownAi', ai, position });
    const element = readElement(ai, value, entry, referenceYear);
    if (!element.ok) return element;
    const earlier = elements.get(ai);
    if (earlier !== undefined && earlier.value !== value)
      return refuse({ code: 'contradiction', ai, first: earlier.value, second: value });
    elements.set(ai, element.value);
  }
  return accept([...elements.values()]);
}
