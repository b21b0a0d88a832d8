const accents: Readonly<Record<string, string>> = {
  a: 'å',
  c: 'ç',
  e: 'é',
  i: 'î',
  n: 'ñ',
  o: 'ö',
  u: 'ü',
  y: 'ý',
  A: 'Å',
  E: 'É',
  O: 'Ö',
  S: 'Š',
};

/** English made foreign and a third longer, placeholders and plural forms kept: untranslated or cut text shows at once. */
export function pseudoMessage(message: string): string {
  let depth = 0;
  let isArgument = false;
  let out = '';
  for (const [index, character] of Array.from(message).entries()) {
    if (character === '{') {
      depth += 1;
      // Odd depths open an argument, even ones a form of it, which is text again.
      isArgument = depth % 2 === 1;
    } else if (character === '}') {
      depth -= 1;
      isArgument = depth % 2 === 1;
    }
    const stretched = index % 3 === 0 && /[aeiou]/.test(character) ? character : '';
    out += isArgument ? character : (accents[character] ?? character) + (accents[stretched] ?? '');
  }
  return `⟦${out}⟧`;
}
