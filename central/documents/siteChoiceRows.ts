import type { Rows } from '../database/rows.ts';
import { everyDocument } from './documentRows.ts';

/** Every site by its name, for whoever puts people or stations there. */
export async function sitesToChoose(rows: Rows) {
  const sites = await everyDocument(rows, 'sites');
  return sites
    .map(({ id, name, city, country, languages = [] }) => ({ id, name, city, country, languages }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}
