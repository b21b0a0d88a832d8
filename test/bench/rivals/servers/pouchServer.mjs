// PouchDB's own server on LevelDB, as its documentation sets it up.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Serves one database that holds `docs`; gone with its folder when closed. */
export async function pouchServer(docs) {
  const express = require('express');
  const PouchDB = require('pouchdb');
  const folder = mkdtempSync(path.join(tmpdir(), 'quayside-pouch-'));
  const Local = PouchDB.defaults({ prefix: `${folder}/` });
  const app = express();
  app.use(
    '/',
    require('express-pouchdb')(Local, {
      inMemoryConfig: true,
      logPath: path.join(folder, 'log.txt'),
      mode: 'minimumForPouchDB',
    }),
  );
  const db = new Local('bench');
  for (let from = 0; from < docs.length; from += 1000)
    await db.bulkDocs(docs.slice(from, from + 1000));
  const server = await new Promise((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  return {
    url: `http://127.0.0.1:${server.address().port}/bench`,
    async close() {
      server.closeAllConnections();
      server.close();
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
