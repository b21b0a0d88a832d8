import { bounds } from '../table/bounds.ts';
import { brokenPart, readXmlPart } from './xmlPart.ts';

/** What a cell's number format makes of its number. */
export type CellFormat =
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  /** `00000`: shown with zeros in front. */
  | { readonly kind: 'padded'; readonly digits: number };

const plain: CellFormat = { kind: 'number' };
const date: CellFormat = { kind: 'date' };

/** By the number cells give as their style (18.8). */
export async function readCellFormats(
  part: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<readonly CellFormat[]> {
  const codes = new Map<number, string>();
  const formats: CellFormat[] = [];
  let isOfCells = false;
  await readXmlPart(part, bytes, {
    open(tag, { numFmtId = '0', formatCode = '' }) {
      if (codes.size + formats.length > bounds.sharedTexts) brokenPart(part, 'too many formats');
      if (tag === 'numFmt') codes.set(Number(numFmtId), formatCode);
      else if (tag === 'cellXfs') isOfCells = true;
      else if (tag === 'xf' && isOfCells) formats.push(formatOf(Number(numFmtId), codes));
    },
    text: () => undefined,
    close(tag) {
      if (tag === 'cellXfs') isOfCells = false;
    },
  });
  return formats;
}

function formatOf(id: number, codes: ReadonlyMap<number, string>): CellFormat {
  const code = codes.get(id);
  if (code === undefined) return isBuiltInDate(id) ? date : plain;
  if (/^0{2,40}$/.test(code)) return { kind: 'padded', digits: code.length };
  return isDateCode(code) ? date : plain;
}

/** 18.8.30, with those of Japan, China, Korea and Taiwan. */
function isBuiltInDate(id: number): boolean {
  const ranges: readonly (readonly [number, number])[] = [
    [14, 22],
    [27, 36],
    [45, 47],
    [50, 58],
  ];
  return ranges.some(([from, until]) => from <= id && id <= until);
}

/** Letters of a date that are not text, a colour, a language or a filler. */
function isDateCode(code: string): boolean {
  const [positive = ''] = code.split(';');
  const bare = positive
    .replaceAll(/"[^"]*"/g, '')
    .replaceAll(/\\./g, '')
    .replaceAll(/[_*]./g, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare.replaceAll(/general/gi, ''));
}
