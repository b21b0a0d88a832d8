import { RxDBAttachmentsPlugin } from 'rxdb/plugins/attachments';
import { addRxPlugin } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { ownFactRow } from '../../../../renderer/storage/factRows.ts';
import { pagesOf } from '../../sync/goods.ts';
import { keeping } from '../../sync/page/heap.ts';
import { given } from '../../sync/page/overHttp.ts';
import { verify } from '../../sync/page/work.ts';

addRxPlugin(RxDBAttachmentsPlugin);

async function answerOf(url, body) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return await answer.json();
}

/** Its replication over HTTP, once, 500 documents at a time. */
async function replicated(collection, directions) {
  const running = replicateRxCollection({
    collection,
    replicationIdentifier: 'bench',
    live: false,
    waitForLeadership: false,
    autoStart: true,
    ...directions,
  });
  const failed = new Promise((_, reject) => {
    running.error$.subscribe(reject);
  });
  await Promise.race([running.awaitInitialReplication(), failed]);
}

export function sendingOver(openedRx) {
  async function push({ count, at }) {
    const { facts } = await openedRx('facts');
    const commands = await given(at.commands);
    for (const page of pagesOf(commands, 1000)) await facts.bulkInsert(page.map(ownFactRow));
    const start = performance.now();
    await replicated(facts, {
      push: { batchSize: 500, handler: (rows) => answerOf(`${at.url}/rxdb/push`, rows) },
    });
    const ms = [performance.now() - start];
    verify('at the server', (await given(`${at.url}/rxdb/count`)).count, count);
    return { ms };
  }

  async function pull({ count, at }) {
    const { facts } = await openedRx('facts');
    const start = performance.now();
    await replicated(facts, {
      pull: {
        batchSize: 1000,
        handler: (checkpoint, limit) =>
          given(`${at.url}/rxdb/pull?after=${checkpoint?.after ?? 0}&limit=${limit}`),
      },
    });
    const ms = [performance.now() - start];
    verify('facts', await facts.count().exec(), count);
    return { ms };
  }

  async function photos({ count }) {
    const { pictures } = await openedRx('pictures');
    const kept = await keeping(count, async (n, bytes) => {
      const row = await pictures.insert({ id: `photo-${n}` });
      await row.putAttachment({ id: 'picture', data: new Blob([bytes]), type: 'image/jpeg' });
    });
    verify('photos', await pictures.count().exec(), count);
    return kept;
  }

  return { push, pull, photos };
}
