/** A spreadsheet program begins a formula by these, those of Chinese and Japanese keyboards too. */
const signs = String.raw`=+\-@＝＋－＠`;
/** Marks a reader takes off, or looks behind. */
const marks = `['"]*`;
/**
 * Where a cell begins: the text itself, and what stands behind a delimiter or a line end in it. A file
 * cut at semicolons is opened with commas by whoever's computer thinks so, and quotation marks inside a
 * cell of theirs hold nothing together.
 */
const begins = (then: string) =>
  new RegExp(
    String.raw`^(?=${then}${marks}[${signs}\t\r\n])|(?<=[;,|\t\r\n])(?=${then}${marks}[${signs}])`,
    'g',
  );
const formula = begins('');
const apostrophe = begins("'");
const written = new RegExp(
  String.raw`^'(?=${marks}[${signs}\t\r\n])|(?<=[;,|\t\r\n])'(?=${marks}[${signs}])`,
  'g',
);
const isNumber = /^[+-]?\d+(?:[.,]\d+)*$/;

/**
 * A text a spreadsheet program would take for a formula, whichever delimiter it cuts at, made a text
 * again: an apostrophe stands before what would begin it, which `unneutralised` takes off. What begins so
 * itself gets another. Numbers stay numbers.
 */
export function neutralised(text: string): string {
  return isNumber.test(text) ? text : neutralisedFirst(text);
}

/** Of the first cell of a line: another delimiter joins to it what follows, and -1 is no number then. */
export function neutralisedFirst(text: string): string {
  return text.replace(formula, "'");
}

/** What was meant by a cell: without the apostrophes it was written with. */
export function unneutralised(text: string): string {
  return text.replace(written, '');
}

/** For a file in which nothing is a formula: as it is, unless reading it would take an apostrophe off. */
export function unmistaken(text: string): string {
  return text.replace(apostrophe, "'");
}
