/**
 * npm run replay -- --draft FILE [--data DIR]
 *
 * Decides every closed case again under the policy version in FILE (JSON) and says which decisions
 * change and what difference it makes in money. Reads only. DATABASE_URL as for central.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PolicyVersion } from '../../shared/facts/documents.ts';
import { showMoneyInEnglish } from '../../shared/facts/showMoney.ts';
import { openDatabase } from '../database/openDatabase.ts';
import { databasePlace, usualFolder } from '../places.ts';
import { replayPage } from '../replay/replayPage.ts';

const pageSize = 1000;
const { values: given } = parseArgs({
  options: { draft: { type: 'string' }, data: { type: 'string', default: usualFolder } },
});

async function main(): Promise<void> {
  if (given.draft === undefined) throw new Error('Which draft? --draft FILE');
  const draft = PolicyVersion.parse(JSON.parse(await readFile(given.draft, 'utf8')));
  const database = await openDatabase(databasePlace(path.resolve(given.data), false));
  try {
    let after: string | null = null;
    let done = 0;
    let changed = 0;
    const money: Record<string, { before: number; after: number }> = {};
    do {
      const page = await replayPage(database.rows, { draft, siteId: null, after, limit: pageSize });
      for (const line of page.changed)
        console.log(
          `${line.rma ?? line.caseId}\t${line.before} → ${line.after}\t${shown(line.currency, line.amountBefore)} → ${shown(line.currency, line.amountAfter)}`,
        );
      for (const [currency, sums] of Object.entries(page.money)) {
        const sum = (money[currency] ??= { before: 0, after: 0 });
        sum.before += sums.before;
        sum.after += sums.after;
      }
      done += page.replayed;
      changed += page.changed.length;
      after = page.next;
      process.stderr.write(`${done} of ${page.total} cases\n`);
    } while (after !== null);
    console.log(`${done} cases, ${changed} decided otherwise under version ${draft.version}`);
    for (const [currency, { before, after: now }] of Object.entries(money))
      console.log(
        `${shown(currency, before)} → ${shown(currency, now)}: ${shown(currency, now - before)}`,
      );
  } finally {
    await database.close();
  }
}

function shown(currency: string, minor: number): string {
  return showMoneyInEnglish({ minor, currency });
}

await main();
