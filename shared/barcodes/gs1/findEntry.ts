import { type Gs1Entry, gs1Dictionary } from './dictionary.ts';

const byAi = new Map<string, Gs1Entry>();
for (const entry of gs1Dictionary) {
  for (let ai = Number(entry.first); ai <= Number(entry.last); ai += 1)
    byAi.set(String(ai).padStart(entry.first.length, '0'), entry);
}

/** The dictionary's entry for exactly this Application Identifier. */
export function findEntry(ai: string): Gs1Entry | undefined {
  return byAi.get(ai);
}

/** The Application Identifier a text begins with. No identifier begins another, so at most one. */
export function leadingAi(text: string): string | undefined {
  for (const length of [2, 3, 4]) {
    const ai = text.slice(0, length);
    if (ai.length === length && byAi.has(ai)) return ai;
  }
  return undefined;
}
