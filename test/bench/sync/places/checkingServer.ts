/** Central's own checks over a ledger in memory: what is left of a push when nothing is stored. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { loadWorkingSet } from '../../../../central/cases/caseRows.ts';
import type { Batch } from '../../../../central/commands/batch.ts';
import { decideCommands } from '../../../../central/commands/decideCommands.ts';
import { readCommand } from '../../../../central/commands/readCommand.ts';
import { verifySignatures } from '../../../../central/commands/verifySignatures.ts';
import type { CentralDatabase } from '../../../../central/database/openDatabase.ts';
import { goodKeysOf } from '../../../../central/people/goodKeyRows.ts';
import { chainStart } from '../../../../shared/sync/command.ts';
import { factsOfReturns } from '../goods.ts';

export async function checkingServer(database: CentralDatabase, stationId: string, count: number) {
  const workingSet = await loadWorkingSet(database.rows, factsOfReturns(count));
  const keys = await goodKeysOf(database.rows, ['dora', 'ivan'], new Date());
  const batch: Omit<Batch, 'proved'> = {
    station: { id: stationId, siteId: 'site-1' },
    chain: { lastSequence: 0, lastHash: chainStart },
    steppedOver: [],
    known: new Map(),
    workingSet,
    acceptedAt: '2026-11-18T15:01:00.000Z',
  };
  const server = createServer((request, answer) => {
    text(request)
      .then(async (raw) => {
        const { commands } = JSON.parse(raw) as { readonly commands: readonly unknown[] };
        const sent = commands.map(readCommand);
        const proved = await verifySignatures(sent, keys);
        const { decided, expectedSequence } = decideCommands(sent, { ...batch, proved });
        const results = decided.map((one) => one.result);
        answer
          .writeHead(200, { 'content-type': 'application/json' })
          .end(
            JSON.stringify({ results, expectedSequence, epoch: 'bench', time: batch.acceptedAt }),
          );
      })
      .catch((failure: unknown) => {
        console.error(failure);
        answer.destroy();
      });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
