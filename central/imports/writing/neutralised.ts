/**
 * A text a spreadsheet program would take for a formula, made a text again: an apostrophe stands before
 * it, which our own reading takes off. Numbers stay numbers.
 */
export function neutralised(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?:[.,]\d+)*$/.test(text) ? `'${text}` : text;
}
