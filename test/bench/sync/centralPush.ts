/** What central itself adds: the same pushes to a memory store with its checks, and to PostgreSQL. */

import { factsOfReturns, pagesOf } from './goods.ts';
import type { Measured } from './page/work.ts';
import { verify } from './page/work.ts';
import { checkingServer } from './places/checkingServer.ts';
import { openPostgresCentral } from './places/postgresCentral.ts';

const commandsAtOnce = 500;

export async function pushToCentral(work: string, count: number): Promise<Measured> {
  const { central, station, commands, close } = await openPostgresCentral(factsOfReturns(count));
  const memory =
    work === 'memory' ? await checkingServer(central.database, station.id, count) : null;
  try {
    const url = memory?.url ?? central.url;
    let applied = 0;
    const start = performance.now();
    for (const batch of pagesOf(commands, commandsAtOnce)) {
      const answer = await fetch(`${url}/central/commands`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${station.token}`,
        },
        body: JSON.stringify({ contractVersion: 1, epoch: null, commands: batch }),
      });
      const { results } = (await answer.json()) as {
        readonly results: readonly { readonly kind: string }[];
      };
      applied += results.filter(({ kind }) => kind === 'applied').length;
    }
    const ms = [performance.now() - start];
    verify('applied', applied, count);
    return { ms };
  } finally {
    memory?.close();
    await close();
  }
}
