import { hash } from 'node:crypto';
import { ExternalId, ownIdOf, ownSource } from '../../../shared/office/externalId.ts';
import type { Plan } from '../mapping/planOf.ts';
import type { Row } from '../reading/row.ts';

/** Counted up whenever the same cells come to another body than before. */
const readingVersion = 2;

/**
 * What the rows of one record say, and how they are read: the same hash again, and the record need not
 * be made, read and compared to be known as the same.
 */
export function rowHasher({ table, columns }: Plan): (rows: readonly Row[]) => string {
  const plan = JSON.stringify([
    readingVersion,
    table.kind,
    columns.map(({ heading, field, form }) => [
      heading,
      field.path,
      form.decimal,
      form.date,
      [...form.codes],
    ]),
  ]);
  const read = `${hash('sha256', plan)}\n`;
  const headings = columns.map(({ heading }) => heading);
  return (rows) => {
    let text = read;
    for (const { cells, trouble } of rows) {
      for (const heading of headings) {
        const cell = cells.get(heading);
        // A length before each text: no two rows are written alike.
        text += cell ? `${cell.kind}${cell.text.length}:${cell.text}` : '-';
      }
      text += trouble ? `!${trouble.code}` : ';';
    }
    return hash('sha256', text, 'base64url').slice(0, 22);
  };
}

/** As `ownIdOf`, by the runtime's own SHA-256: half a million of them in a second. */
export function ownIdsOf(kind: Plan['table']['kind'], source: string): (id: string) => string {
  return (id) =>
    source === ownSource
      ? ownIdOf(kind, ExternalId.parse({ source, id }))
      : `${kind}-${hash('sha256', `${kind}\n${source}\n${id.normalize('NFC')}`).slice(0, 24)}`;
}
