/** A spreadsheet program begins a formula by these, those of Chinese and Japanese keyboards too. */
const formula = String.raw`[=+\-@＝＋－＠\t\r\n]`;
const isFormula = new RegExp(`^'*${formula}`);
const isNumber = /^[+-]?\d+(?:[.,]\d+)*$/;
const isNeutralised = new RegExp(`^'(?='*${formula})`);

/**
 * A text a spreadsheet program would take for a formula, made a text again: an apostrophe stands before
 * it, which `unneutralised` takes off. One that begins so itself gets another. Numbers stay numbers.
 */
export function neutralised(text: string): string {
  return isFormula.test(text) && !isNumber.test(text) ? `'${text}` : text;
}

/** What was meant by a cell: without the apostrophe it was written with. */
export function unneutralised(text: string): string {
  return text.replace(isNeutralised, '');
}

/** For a file in which nothing is a formula: as it is, unless reading it would take an apostrophe off. */
export function unmistaken(text: string): string {
  return isNeutralised.test(text) ? `'${text}` : text;
}
