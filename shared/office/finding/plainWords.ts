/** What a word may be longer than and is still one: the rest is not looked at. */
const mostOfWord = 60;

/**
 * Words as they are compared: small letters without marks, `ue` as `ü` and as `u`, `ß` as `ss`, full
 * width as plain. The beginning of a word stays the beginning of its plain form.
 */
export function plainWords(text: string): readonly string[] {
  return (plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, mostOfWord));
}

/** The same with nothing between them: "RMA-26 0004711" and "rma260004711" are one number. */
export function plainNumber(text: string): string {
  const bare = bareLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, mostOfWord);
  // AE-100 is another article than A-100.
  return /\d/.test(bare) ? bare : oneVowel(bare);
}

/** Digits without their leading zeros, as people say a number; null: there are none, or nothing else. */
export function withoutZeros(word: string): string | null {
  return /^0+(\d+)$/.exec(word)?.[1] ?? null;
}

/** Written without blanks: a word of it begins anywhere. */
export function isUnspaced(word: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word);
}

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

function plain(text: string): string {
  return oneVowel(bareLetters(text));
}

function bareLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? letter);
}

/** Müller and Mueller are one name. */
function oneVowel(text: string): string {
  return text.replace(/([aou])e/g, '$1');
}
