import { builtinModules } from 'node:module';
import path from 'node:path';
import { projectRoot } from '../system/dependencies.mjs';
import { recordBundledPackages } from './notices.mjs';

/**
 * Brought as they are: native code, WebAssembly with its data beside it, and what its licence (MPL-2.0)
 * wants handed on in its own files. Everything else is built in.
 */
export const broughtWhole = ['sharp', '@electric-sql/pglite', 'ical.js'];

/** What a package may ask for and does without: other stores for uploads, PostgreSQL's C library. */
const neverThere = ['pg-native', 'ioredis', '@redis/client'];

/** What is started, and what is started by them: a process and a thread. */
const entries = [
  'central/quaysideCentral.ts',
  'central/photos/reencodeWorker.ts',
  'central/imports/reading/readWorker.ts',
];

/**
 * How central is built into one folder of modules for its own Node, without types and without
 * node_modules: it starts in a fifth of the time it takes from its sources.
 * @param {{ readonly outDir: string, readonly records: string }} where
 * @returns {import('vite').InlineConfig}
 */
export function centralConfig({ outDir, records }) {
  return {
    root: projectRoot,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    cacheDir: path.join(projectRoot, 'node_modules/.vite-central'),
    plugins: [recordBundledPackages(records)],
    ssr: { noExternal: true, external: [...broughtWhole, ...neverThere] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: entries.map((entry) => path.join(projectRoot, entry)),
        // The demo company is for trying the project, not for a server.
        external: [...builtinModules, /^node:/, /^\.\/demo\//, ...broughtWhole, ...neverThere],
        platform: 'node',
        output: {
          format: 'esm',
          entryFileNames: '[name].mjs',
          chunkFileNames: '[name]-[hash].mjs',
        },
      },
    },
  };
}
