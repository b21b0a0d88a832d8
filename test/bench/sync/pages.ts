/** The bench pages: one bundle per contender, one page of its own each, on loopback. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { projectRoot } from '../../../build/system/dependencies.mjs';
import { targets } from '../../../build/targets.mjs';

const entries = {
  floor: 'test/bench/sync/page/floor.tsx',
  dexie: 'test/bench/sync/page/dexiePlain.tsx',
  ours: 'test/bench/sync/page/ours.tsx',
  rxdb: 'test/bench/rivals/page/rxdb.mjs',
  pouchdb: 'test/bench/rivals/page/pouchdb.mjs',
  appFloor: 'test/bench/app/page/floor.tsx',
} as const;
export type Contender = keyof typeof entries;
export const contenders = Object.keys(entries) as readonly Contender[];

export const bundles = path.join(projectRoot, 'out/bench/page');

export async function buildPages(wanted: readonly Contender[]): Promise<void> {
  process.env['NODE_ENV'] = 'production';
  for (const name of wanted)
    await build({
      configFile: false,
      root: projectRoot,
      logLevel: 'error',
      plugins: [react()],
      define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
      // RxDB pins a Dexie of its own; two copies in one page throw.
      resolve: {
        alias: {
          dexie: path.join(projectRoot, 'node_modules/dexie'),
          events: path.join(projectRoot, 'test/bench/rivals/node_modules/events'),
        },
      },
      build: {
        outDir: bundles,
        emptyOutDir: false,
        target: targets.page,
        copyPublicDir: false,
        // Names are for the profiler.
        minify: false,
        lib: {
          entry: path.join(projectRoot, entries[name]),
          formats: ['iife'],
          name: 'bench',
          fileName: () => `${name}.js`,
        },
      },
    });
}

export function pageOf(name: Contender): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title><script defer src="/${name}.js"></script></head><body></body></html>`;
}

export type PageServer = { readonly origin: string; readonly close: () => void };

export async function servePages(): Promise<PageServer> {
  const server = createServer((request, answer) => {
    const name = contenders.find((one) => request.url?.startsWith(`/${one}`));
    if (name === undefined) answer.writeHead(404).end();
    else if (request.url?.endsWith('.js') === true)
      answer
        .writeHead(200, { 'content-type': 'text/javascript' })
        .end(readFileSync(path.join(bundles, `${name}.js`)));
    else answer.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(name));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
