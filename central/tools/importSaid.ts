/** What was said on the command line of a file and its columns. */

import type { SaidOfTable } from '../../shared/sync/importsApi.ts';
import { dateForms, decimalForms, delimiters, encodings } from '../../shared/sync/tableForms.ts';
import type { Said } from '../imports/reading/openTable.ts';

type Given = Readonly<Record<string, string | boolean | string[] | undefined>>;

export function saidOfFile(given: Given): Said {
  const headings = textOf(given['headings']);
  return {
    encoding: oneOf('encoding', encodings, textOf(given['encoding'])),
    delimiter: oneOf('delimiter', delimiters, textOf(given['delimiter'])?.replace('\\t', '\t')),
    sheet: textOf(given['sheet']),
    headings: headings === undefined ? undefined : Number(headings),
  };
}

export function saidOfColumns(
  given: Given,
): Pick<SaidOfTable, 'columns' | 'codes' | 'decimal' | 'date'> {
  return {
    columns: Object.fromEntries(pairsOf('map', given['map'])),
    codes: [...pairsOf('code', given['code'])].map(([word, code]) => ({ field: null, word, code })),
    decimal: oneOf('decimal', decimalForms, textOf(given['decimal'])),
    date: oneOf('dates', dateForms, textOf(given['dates'])),
  };
}

/** "HEADING=field", cut at the last sign: a heading may have one. */
function pairsOf(name: string, said: Given[string]): ReadonlyMap<string, string> {
  const pairs = Array.isArray(said) ? said : [];
  return new Map(
    pairs.map((pair) => {
      const at = pair.lastIndexOf('=');
      if (at < 1) throw new Error(`Say --${name} "one=other"`);
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
    }),
  );
}

function oneOf<T extends string>(
  name: string,
  known: readonly T[],
  said: string | undefined,
): T | undefined {
  const found = known.find((one) => one === said);
  if (said !== undefined && found === undefined)
    throw new Error(`--${name} is one of ${known.map((one) => JSON.stringify(one)).join(' ')}`);
  return found;
}

function textOf(said: Given[string]): string | undefined {
  return typeof said === 'string' ? said : undefined;
}
