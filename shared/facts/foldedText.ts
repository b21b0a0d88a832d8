/** Letters that are no letter with a mark, though people type them without. */
const plainer: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'a',
  œ: 'o',
  ı: 'i',
};

/**
 * A name as it is compared: small letters without marks, a blank for whatever stands between words.
 * Müller, MUELLER and muller are one.
 */
export function foldedText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[ßøłđæœı]/g, (letter) => plainer[letter] ?? letter)
    .replaceAll(/([aou])e/g, '$1')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Its words, each once. */
export function foldedWords(text: string): readonly string[] {
  return [...new Set(foldedText(text).split(' '))].filter((word) => word !== '');
}

/**
 * Whether each of these words begins a word of a folded text with a blank before it, or, from three
 * characters or in a script without blanks, stands anywhere in it. Asked of tens of thousands of texts:
 * what depends on the words alone is worked out once.
 */
export function seekingWords(words: readonly string[]): (text: string) => boolean {
  const sought = words.map((word) => (isFoundWithin(word) ? word : ` ${word}`));
  return (text) => sought.every((one) => text.includes(one));
}

export function hasWords(text: string, words: readonly string[]): boolean {
  return seekingWords(words)(text);
}

function isFoundWithin(word: string): boolean {
  return word.length >= 3 || /\p{Script=Han}/u.test(word);
}
