/** `node central/demo/cards/printCards.ts [ewr|flx|sha]` writes out/cards/<site>.html, ready to print. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dayOf } from '../company/demoDays.ts';
import { siteKeys, sites } from '../company/sites.ts';
import { demoCompany } from '../demoCompany.ts';
import { demoSeed } from '../seedDemoCompany.ts';
import { cardSheet, cardsFor } from './cardSheet.ts';

const wanted = process.argv[2] ?? 'ewr';
const key = siteKeys.find((known) => known === wanted);
if (!key) throw new Error(`No site ${wanted}: ${siteKeys.join(', ')}`);
const today = dayOf(new Date().toISOString(), sites[key].timeZone);
const company = demoCompany({ today, seed: demoSeed });
const folder = path.join(import.meta.dirname, '../../../out/cards');
await mkdir(folder, { recursive: true });
await writeFile(path.join(folder, `${key}.html`), cardSheet(cardsFor(company, sites[key].id)));
process.stdout.write(`out/cards/${key}.html\n`);
