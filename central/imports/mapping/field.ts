import type { TableKind } from '../../../shared/sync/importsApi.ts';

/** How a cell is read for a field of a body. Lists stand in one cell, cut by `;`, a line end or, without either, commas. */
export type FieldType =
  | 'text'
  | 'reference'
  | 'references'
  | 'texts'
  | 'whole'
  | 'quantity'
  | 'decimal'
  | 'day'
  | 'moment'
  | 'yesNo'
  | 'capitals'
  | 'code'
  | 'codes'
  | 'gtins'
  | 'characteristics';

export type Field = {
  /** Into the body: "returnPeriod.days". Below `lines.` it is one of several of a record. */
  readonly path: string;
  readonly type: FieldType;
  /** What its column may be called, besides its path. */
  readonly names: string;
  /** For the rows of a template. */
  readonly examples: readonly [string, string];
  /** Of a list: its parts may have commas in them. */
  readonly hasCommas?: true;
  /** Our codes, each with words for it. */
  readonly codes?: Readonly<Record<string, string>>;
};

export type Table = {
  readonly kind: TableKind;
  readonly fields: readonly Field[];
  /** The fields an id is made of where no column holds one, put together by "/". */
  readonly idFrom: readonly string[];
  /** What a body says where nothing is said. */
  readonly blank?: object;
  readonly blankLine?: object;
};

/** `id` and then each name, as they are compared: without case, accents, blanks and signs. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
}

/** The same whichever of its words comes first: "Menge bestellt" is "bestellt Menge". */
export function plainWords(text: string): string {
  return text
    .split(/[^\p{Letter}\p{Number}]+/u)
    .map(plainWord)
    .toSorted()
    .join('');
}

export function wordsOf(names: string): readonly string[] {
  return names.split(',').map(plainWord);
}
