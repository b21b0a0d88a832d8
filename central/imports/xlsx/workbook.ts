import type { FileHandle } from 'node:fs/promises';
import { bounds } from '../table/bounds.ts';
import { FileRefused, type LooksLike } from '../table/fileRefusal.ts';
import { type ZipEntry, zipDirectory } from '../zip/zipDirectory.ts';
import { inflatedBytes } from '../zip/zipEntry.ts';
import { type CellFormat, readCellFormats } from './cellFormats.ts';
import { readSharedTexts } from './sharedTexts.ts';
import { brokenPart, readXmlPart } from './xmlPart.ts';

export type Sheet = {
  readonly name: string;
  readonly isHidden: boolean;
  /** Name of its part in the archive. */
  readonly part: string;
};

export type Workbook = {
  readonly sheets: readonly Sheet[];
  /** Days are counted from 1904, as early Macs did. */
  readonly from1904: boolean;
  readonly formats: readonly CellFormat[];
  readonly sharedTexts: readonly string[];
  bytesOf(part: string): AsyncIterable<Uint8Array>;
};

type Relation = { readonly id: string; readonly type: string; readonly part: string };

/** Opens what all sheets share; the sheets themselves are read as they are asked for. */
export async function openWorkbook(file: FileHandle, fileBytes: number): Promise<Workbook> {
  const entries = new Map(
    (await zipDirectory(file, fileBytes)).map((entry) => [entry.name.replace(/^\//, ''), entry]),
  );
  const bytesOf = (part: string) => {
    const entry = entries.get(part);
    return entry ? inflatedBytes(file, entry) : brokenPart(part, 'missing');
  };
  const main = await mainPart(entries, bytesOf);
  const relations = await relationsOf(main, entries, bytesOf);
  const { sheets, from1904 } = await readSheets(main, bytesOf(main), relations);
  const partOf = (type: string) => relations.find((one) => one.type === type)?.part;
  const [styles, texts] = [partOf('styles'), partOf('sharedStrings')];
  const has = (part: string | undefined) => part !== undefined && entries.has(part);
  checkTogether(entries, [texts, ...sheets.map(({ part }) => part)]);
  return {
    sheets: sheets.filter(({ part }) => entries.has(part)),
    from1904,
    formats: styles && has(styles) ? await readCellFormats(styles, bytesOf(styles)) : [],
    sharedTexts: texts && has(texts) ? await readSharedTexts(texts, bytesOf(texts)) : [],
    bytesOf,
  };
}

type Entries = ReadonlyMap<string, ZipEntry>;
type BytesOf = Workbook['bytesOf'];

async function mainPart(entries: Entries, bytesOf: BytesOf): Promise<string> {
  const looksLike: LooksLike | null = entries.has('xl/workbook.bin')
    ? 'binaryExcel'
    : entries.has('content.xml') || entries.has('mimetype')
      ? 'openDocument'
      : entries.has('_rels/.rels')
        ? null
        : 'otherZip';
  if (looksLike !== null) throw new FileRefused({ code: 'noTable', looksLike });
  const relations = await relationsOf('', entries, bytesOf);
  const main = relations.find(({ type }) => type === 'officeDocument')?.part;
  if (main === undefined || !main.startsWith('xl/'))
    throw new FileRefused({ code: 'noTable', looksLike: 'otherZip' });
  return main;
}

/** Of a part, or of the whole archive ('' ): ECMA-376 part 2, 9.3. */
async function relationsOf(
  part: string,
  entries: Entries,
  bytesOf: BytesOf,
): Promise<readonly Relation[]> {
  const cut = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, cut);
  const name = `${folder}_rels/${part.slice(cut)}.rels`;
  if (!entries.has(name)) return [];
  const found: Relation[] = [];
  await readXmlPart(name, bytesOf(name), {
    open(tag, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (tag !== 'Relationship' || mode === 'External') return;
      if (found.length >= bounds.zipEntries) brokenPart(name, 'too many relations');
      const at = target.startsWith('/') ? target.slice(1) : resolved(folder, target);
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), part: at });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return found;
}

function resolved(folder: string, target: string): string {
  return new URL(target, `zip:///${folder}`).pathname.slice(1);
}

async function readSheets(
  part: string,
  bytes: AsyncIterable<Uint8Array>,
  relations: readonly Relation[],
): Promise<Pick<Workbook, 'sheets' | 'from1904'>> {
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readXmlPart(part, bytes, {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = isTrue(attributes['date1904']);
      if (tag !== 'sheet') return;
      if (sheets.length >= bounds.zipEntries) brokenPart(part, 'too many sheets');
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
      const relation = relations.find((one) => one.id === id && one.type === 'worksheet');
      if (!relation) return;
      const { name = '', state = 'visible' } = attributes;
      sheets.push({ name, isHidden: state !== 'visible', part: relation.part });
    },
    text: () => undefined,
    close: () => undefined,
  });
  if (sheets.length === 0) brokenPart(part, 'no sheet');
  return { sheets, from1904 };
}

/** Each alone may be well within bounds. */
function checkTogether(entries: Entries, parts: readonly (string | undefined)[]): void {
  const together = parts.reduce((sum, part) => sum + (entries.get(part ?? '')?.bytes ?? 0), 0);
  if (together > bounds.inflatedBytes * 2)
    throw new FileRefused({ code: 'zipBomb', name: parts.at(-1) ?? '' });
}

function isTrue(said: string | undefined): boolean {
  return said === '1' || said === 'true';
}
