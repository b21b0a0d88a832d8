import PouchDB from 'pouchdb-browser';
import { ownFactRow } from '../../../../renderer/storage/factRows.ts';
import { pagesOf } from '../../sync/goods.ts';
import { keeping } from '../../sync/page/heap.ts';
import { given } from '../../sync/page/overHttp.ts';
import { verify } from '../../sync/page/work.ts';

function ended(replication) {
  return new Promise((resolve, reject) => {
    replication.on('complete', resolve).on('error', reject);
  });
}

export async function push({ count, at }) {
  const db = new PouchDB('pouch');
  const commands = await given(at.commands);
  for (const page of pagesOf(commands, 1000))
    await db.bulkDocs(page.map(ownFactRow).map((row) => ({ ...row, _id: row.id })));
  const start = performance.now();
  await ended(db.replicate.to(at.pouch, { batch_size: 500 }));
  const ms = [performance.now() - start];
  verify('at the server', (await given(at.pouch)).doc_count, count);
  return { ms };
}

export async function pull({ count, at }) {
  const db = new PouchDB('pouch');
  await db.info();
  const start = performance.now();
  await ended(db.replicate.from(at.pouch, { batch_size: 1000 }));
  const ms = [performance.now() - start];
  verify('facts', (await db.info()).doc_count, count);
  return { ms };
}

export async function photos({ count }) {
  const db = new PouchDB('pouch');
  const kept = await keeping(count, async (n, bytes) => {
    const data = new Blob([bytes]);
    await db.put({
      _id: `photo-${n}`,
      _attachments: { picture: { content_type: 'image/jpeg', data } },
    });
  });
  // Its own count leaves documents with attachments out.
  verify('photos', (await db.allDocs()).rows.length, count);
  return kept;
}
