import { aZip, type ZipPart } from './aZip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

export type WorkbookParts = {
  /** Inside `sheetData`, for each sheet. */
  readonly sheets?: readonly {
    readonly name: string;
    readonly rows: string;
    readonly state?: string;
  }[];
  readonly rows?: string;
  readonly sharedTexts?: readonly string[];
  /** Number format codes; a cell's `s` counts from 1. */
  readonly formats?: readonly string[];
  readonly from1904?: boolean;
  /** Instead of what stands there, or besides it. */
  readonly parts?: readonly ZipPart[];
};

/** The parts of a workbook as a spreadsheet program packs them. */
export function workbookParts(given: WorkbookParts): readonly ZipPart[] {
  const { sharedTexts = [], formats = [], parts = [] } = given;
  const sheets = given.sheets ?? [{ name: 'Sheet1', rows: given.rows ?? '' }];
  const own: readonly ZipPart[] = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: '_rels/.rels',
      content: relations([`${office}/officeDocument`, 'xl/workbook.xml']),
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${given.from1904 ? 1 : 0}"/><sheets>${sheets
        .map(
          ({ name, state = 'visible' }, n) =>
            `<sheet name="${name}" sheetId="${n + 1}" state="${state}" r:id="rId${n + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        ...sheets.map((_, n) => [`${office}/worksheet`, `worksheets/sheet${n + 1}.xml`] as const),
        [`${office}/sharedStrings`, 'sharedStrings.xml'],
        [`${office}/styles`, '/xl/styles.xml'],
      ),
    },
    ...sheets.map(({ rows }, n) => ({
      name: `xl/worksheets/sheet${n + 1}.xml`,
      content: `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    })),
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst xmlns="${main}">${sharedTexts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet xmlns="${main}"><numFmts>${formats
        .map((code, n) => `<numFmt numFmtId="${200 + n}" formatCode="${code}"/>`)
        .join(
          '',
        )}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
        .map((_, n) => `<xf numFmtId="${200 + n}"/>`)
        .join('')}<xf numFmtId="14"/></cellXfs></styleSheet>`,
    },
  ];
  const replaced = own.map((part) => parts.find(({ name }) => name === part.name) ?? part);
  return [...replaced, ...parts.filter(({ name }) => own.every((part) => part.name !== name))];
}

export function aWorkbook(given: WorkbookParts): Buffer {
  return aZip(workbookParts(given));
}

/** `<row>` of texts, as cells that hold them themselves. */
export function textRow(row: number, texts: readonly string[]): string {
  return `<row r="${row}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
}

function relations(...targets: readonly (readonly [string, string])[]): string {
  return `<Relationships xmlns="${packages}">${targets
    .map(
      ([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;
}
