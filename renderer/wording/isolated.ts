const fromTheRight =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const firstStrongIsolate = '\u2068';
const endOfIsolate = '\u2069';

/**
 * A name that runs from the right, kept to itself in a sentence that runs from the left: its brackets
 * and digits stay with it, and what follows stays where it was. Every other text is as it was.
 */
export function isolated(text: string): string {
  return fromTheRight.test(text) ? `${firstStrongIsolate}${text}${endOfIsolate}` : text;
}
