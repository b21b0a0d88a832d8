/**
 * npm run send-refund-again                                       what failed, and the answer to it
 * npm run send-refund-again -- --refund ID --by NAME --why TEXT
 *
 * Asks a running central (--url, else http://127.0.0.1:7420) with an admin token (askAsAdmin.ts). The refund
 * keeps its key and is looked up first, so that nothing is paid twice.
 */
import { parseArgs } from 'node:util';
import { centralApi } from '../../shared/sync/centralApi.ts';
import { askAsAdmin, runTool } from './askAsAdmin.ts';

const { values: given } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:7420' },
    refund: { type: 'string' },
    by: { type: 'string' },
    why: { type: 'string' },
  },
});

async function main(): Promise<void> {
  const { refund, by, why } = given;
  if (refund === undefined) return await list();
  const { path, body, response } = centralApi.sendRefundAgain;
  const read = body.safeParse({ by, why });
  if (!read.success) throw new Error('Say --by NAME and --why TEXT');
  const at = path.replace(':id', encodeURIComponent(refund));
  const answer = await askAsAdmin(given.url, 'POST', at, response, read.data);
  console.log(`${answer.refund.creditNote}: looked up and sent within a minute.`);
}

async function list(): Promise<void> {
  const { path, response } = centralApi.failedRefunds;
  const { refunds } = await askAsAdmin(given.url, 'GET', path, response);
  for (const { refund, why } of refunds)
    console.log(
      [refund.id, refund.creditNote, refund.currency, refund.amount, refund.approvedAt, why].join(
        '\t',
      ),
    );
  process.stderr.write(`${refunds.length} failed; amounts in minor units\n`);
}

runTool(main);
