import { assertNever } from '../../../shared/result.ts';
import type { FileRefused } from '../../../shared/sync/importsApi.ts';
import type { FileRefusal, LooksLike } from './fileRefusal.ts';

/** A refusal in words for whoever sent the file: what is wrong, and what would do. */
export function sayFileRefusal(refusal: FileRefusal): string {
  switch (refusal.code) {
    case 'empty':
      return 'The file is empty.';
    case 'tooLarge':
      return `The file has ${inMegabytes(refusal.bytes)}; ${inMegabytes(refusal.most)} are read. Send it in parts.`;
    case 'noTable':
      return thatIs[refusal.looksLike];
    case 'brokenText':
      return `Line ${refusal.line} is not ${refusal.encoding}, though the rest is. Save the file again as UTF-8, or say which encoding it has.`;
    case 'brokenQuotes':
      return `In row ${refusal.row} the quotation marks do not pair up. Close what is open, and double those that belong to a text.`;
    case 'brokenJson':
      return `Entry ${refusal.row} is no JSON object: ${refusal.why}`;
    case 'brokenZip':
      return `The workbook is damaged (${refusal.why}). Open it in the program it comes from and save it again.`;
    case 'zipBomb':
      return `“${refusal.name}” in the workbook unpacks to far more than a table needs. It was not opened.`;
    case 'withPassword':
      return 'The workbook is protected with a password. Save it without one.';
    case 'brokenWorkbook':
      return `The workbook is damaged (${refusal.part}: ${refusal.why}). Open it in the program it comes from and save it again.`;
    case 'documentType':
      return `${refusal.part} in the workbook defines words of its own (a document type), which no spreadsheet program writes. It was not read.`;
    case 'cellTooLong':
      return `A cell in row ${refusal.row} has more than ${refusal.most} characters, or a quotation mark before it never closes.`;
    case 'tooManyColumns':
      return `Row ${refusal.row} has more than ${refusal.most} columns.`;
    case 'tooManyRows':
      return `The table has more than ${refusal.most} rows. Send it in parts.`;
    case 'noSuchSheet':
      return `There is no sheet “${refusal.sheet}”; there is ${refusal.sheets.map((name) => `“${name}”`).join(', ')}.`;
    case 'noHeadings':
      return `None of the first ${refusal.looked} rows looks like headings. Say which row has them.`;
    case 'tooMuchMemory':
      return 'Reading the file takes more memory than it gets. Save it as CSV, or send it in parts.';
    case 'tookTooLong':
      return 'Reading the file did not get on and was stopped. Save it as CSV, or send it in parts.';
    default:
      return assertNever(refusal);
  }
}

/** The same for a page, which has sentences of its own by `code` and what they name. */
export function fileRefused(refusal: FileRefusal): FileRefused {
  const { code, ...named } = refusal;
  const values = Object.fromEntries(
    Object.entries(named).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
  const own = refusal.code === 'noTable' ? `noTable.${refusal.looksLike}` : code;
  return { kind: 'refused', code: own, values, says: sayFileRefusal(refusal) };
}

const thatIs: Readonly<Record<LooksLike, string>> = {
  oldExcel:
    'That is a workbook of Excel 97, or one with a password. Save it as XLSX without a password, or as CSV.',
  binaryExcel: 'That is a binary workbook (XLSB). Save it as XLSX or CSV.',
  openDocument: 'That is an OpenDocument file. Save it as XLSX or CSV.',
  otherZip: 'That is an archive without a workbook in it. Send the XLSX, CSV or JSON file itself.',
  gzip: 'That is a compressed file. Unpack it first.',
  pdf: 'That is a PDF. Send the table it was made from as XLSX, CSV or JSON.',
  page: 'That is a web page or another XML file. Save the table as XLSX or CSV.',
  binary: 'That is no text and no workbook. Save the table as XLSX, CSV or JSON.',
};

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}
