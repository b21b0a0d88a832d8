import { bounds } from '../table/bounds.ts';
import { columnLetters, readAddress } from '../table/columnLetters.ts';
import { FileRefused } from '../table/fileRefusal.ts';
import type { CellKind, RawRow } from '../table/rawRow.ts';
import { cellValue } from './cellValue.ts';
import { longer, textOf } from './sharedTexts.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { type Attributes, brokenPart, xmlPart } from './xmlPart.ts';

/** The rows of a sheet as they come; those that have no cell are not there. */
export async function* sheetRows(
  workbook: Workbook,
  sheet: Sheet,
): AsyncGenerator<readonly RawRow[], void, undefined> {
  const reader = rowReader(workbook, sheet.part);
  const part = xmlPart(sheet.part, reader.handlers);
  for await (const bytes of workbook.bytesOf(sheet.part)) {
    part.write(bytes);
    yield reader.takeRows();
  }
  part.end();
  yield reader.takeRows();
}

function rowReader(workbook: Workbook, part: string) {
  let rows: RawRow[] = [];
  let row = 0;
  let column = -1;
  let length = 0;
  let texts: (string | undefined)[] = [];
  let kinds: (CellKind | undefined)[] = [];
  let inData = false;
  let cell: { type: string; style: number; value: string; isFormula: boolean } | null = null;
  let inValue = false;
  let inText = '';
  const inline = textOf('is', (text) => {
    inText = text;
  });

  function openRow({ r }: Attributes): void {
    const next = r === undefined ? row + 1 : Number(r);
    if (!Number.isInteger(next) || next <= row || next > bounds.sheetRows)
      brokenPart(part, `row ${String(r).slice(0, 20)} stands behind row ${row}`);
    row = next;
    column = -1;
    length = 0;
    texts = [];
    kinds = [];
  }

  function openCell({ r, t = 'n', s = '0' }: Attributes): void {
    const at = r === undefined ? column + 1 : readAddress(r)?.column;
    if (at === undefined || at <= column)
      brokenPart(
        part,
        `cell ${String(r).slice(0, 20)} stands behind ${columnLetters(Math.max(column, 0))}`,
      );
    column = at;
    inText = '';
    cell = { type: t, style: Number(s), value: '', isFormula: false };
  }

  function closeCell(): void {
    if (!cell) return;
    const read = cellValue(
      workbook,
      part,
      cell.type === 'inlineStr' ? { ...cell, value: inText } : cell,
    );
    cell = null;
    if (read.text === '' && read.kind !== 'uncomputed') return;
    if (column >= bounds.columns)
      throw new FileRefused({ code: 'tooManyColumns', row, most: bounds.columns });
    length += read.text.length;
    if (read.text.length > bounds.cell || length > bounds.row)
      throw new FileRefused({ code: 'cellTooLong', row, most: bounds.cell });
    texts[column] = read.text;
    if (read.kind !== 'text') kinds[column] = read.kind;
  }

  return {
    takeRows(): readonly RawRow[] {
      const taken = rows;
      rows = [];
      return taken;
    },
    handlers: {
      open(name: string, attributes: Attributes): void {
        if (name === 'sheetData') inData = true;
        else if (!inData) return;
        else if (name === 'row') openRow(attributes);
        else if (name === 'c') openCell(attributes);
        else if (name === 'v') inValue = true;
        else if (name === 'f' && cell) cell.isFormula = true;
        else inline.open(name);
      },
      text(said: string): void {
        if (inValue && cell) cell.value = longer(cell.value, said);
        else inline.text(said);
      },
      close(name: string): void {
        if (name === 'sheetData') inData = false;
        else if (!inData) return;
        else if (name === 'v') inValue = false;
        else if (name === 'c') closeCell();
        else if (name === 'row' && texts.length > 0)
          rows.push({ row, texts, kinds: kinds.length > 0 ? kinds : null });
        else inline.close(name);
      },
    },
  };
}
