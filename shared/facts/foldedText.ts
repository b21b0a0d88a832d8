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
 * What has to stand in a folded text with a blank before each word: the word's beginning, or, from three
 * characters or in a script without blanks, the word wherever it stands. Asked of tens of thousands of
 * texts: what depends on the words alone is worked out once.
 */
export function soughtOf(words: readonly string[]): readonly string[] {
  return words.map((word) => (isFoundWithin(word) ? word : ` ${word}`));
}

export function hasWords(text: string, words: readonly string[]): boolean {
  return soughtOf(words).every((one) => text.includes(one));
}

function isFoundWithin(word: string): boolean {
  return word.length >= 3 || /\p{Script=Han}/u.test(word);
}
