import { builtinModules } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { EnvironmentOptions } from 'vite';
import { defineConfig } from 'vitest/config';
import { electronDev } from './build/electron-dev.ts';
import { recordBundledPackages } from './build/package/notices.mjs';
import { quickImports } from './build/system/quickImports.mjs';
import { developmentPort, targets } from './build/targets.mjs';
import { testProjects } from './build/testProjects.ts';

const root = import.meta.dirname;
const inProject = (relative: string) => path.join(root, relative);

/** One CommonJS file that needs no node_modules: a sandboxed preload may not require local files. */
function oneFileForElectron(entry: string, target: string): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true },
    build: {
      outDir: inProject('dist/electron'),
      emptyOutDir: false,
      target,
      minify: false,
      sourcemap: true,
      copyPublicDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: inProject(entry),
        external: ['electron', /^electron\//, ...builtinModules, /^node:/],
        platform: 'node',
        output: {
          format: 'cjs',
          entryFileNames: `${path.basename(entry, '.ts')}.cjs`,
          codeSplitting: false,
        },
      },
    },
  };
}

const main = oneFileForElectron('electron/main/main.ts', targets.main);
/** For a machine with Node and nothing else; the product carries it beside itself. */
const rescue = oneFileForElectron('electron/main/rescue/rescue.ts', targets.main);
/** Computes what is made of a PIN, beside the main process's own thread. */
const scryptThread = oneFileForElectron('shared/node/scryptThread.ts', targets.main);
const preload = oneFileForElectron('electron/preload/preload.ts', targets.page);

/** Central's page, which central serves to a browser of the present. */
const office: EnvironmentOptions = {
  consumer: 'client',
  build: {
    outDir: inProject('dist/office'),
    emptyOutDir: true,
    copyPublicDir: false,
    rolldownOptions: { input: inProject('renderer/office.html') },
  },
};

/** What the hidden window draws to be printed: nothing else is served to it. */
const printing: EnvironmentOptions = {
  consumer: 'client',
  build: {
    outDir: inProject('dist/printing'),
    emptyOutDir: true,
    copyPublicDir: false,
    rolldownOptions: { input: inProject('renderer/print.html') },
  },
};

export default defineConfig(({ mode }) => ({
  root: inProject('renderer'),
  cacheDir: inProject('node_modules/.vite'),
  base: './',
  publicDir: false,
  // Its Node build brings a package without a licence and a file lock that listens to signals.
  resolve: process.env['VITEST']
    ? {}
    : {
        alias: {
          'tus-js-client': inProject('node_modules/tus-js-client/lib.esm/browser/index.js'),
        },
      },
  plugins: [react(), electronDev({ main, preload, scryptThread }), recordBundledPackages()],
  server: {
    host: '127.0.0.1',
    port: developmentPort,
    strictPort: true,
    // The page stands at app://quayside, from where the address of this server cannot be guessed.
    hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: developmentPort },
  },
  build: {
    outDir: inProject('dist/renderer'),
    emptyOutDir: true,
    target: targets.page,
    sourcemap: true,
    assetsInlineLimit: 0,
    // The page comes from the disk beside it: few files, each of which holds its thread for a moment only.
    chunkSizeWarningLimit: 4000,
  },
  environments: { main, preload, rescue, scryptThread, office, printing },
  builder: {
    async buildApp(builder) {
      const built = ['client', 'main', 'preload', 'rescue', 'scryptThread', 'office', 'printing'];
      for (const environment of Object.values(builder.environments))
        if (built.includes(environment.name)) await builder.build(environment);
    },
  },
  // Vitest leaves one processor free; many tests wait for a disk or a process, so two at least.
  test: {
    root,
    projects: testProjects(mode),
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Of Node 24: freed while another thread frees, the engine's own book of it ends the process (nodejs/node 64500).
    execArgv: [...quickImports, '--no-wasm-code-gc'],
  },
}));
