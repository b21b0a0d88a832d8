import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformWithOxc } from 'vite';

/** Node reads TypeScript, but no JSX, and a hook may not wait: so all of it is read beforehand. */
export async function loadScreens() {
  const sources = new Map();
  for (const file of globSync('renderer/**/*.tsx')) {
    const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file);
    sources.set(pathToFileURL(path.resolve(file)).href, code);
  }
  registerHooks({
    load(url, context, next) {
      const source = sources.get(url);
      return source === undefined
        ? next(url, context)
        : { format: 'module', source, shortCircuit: true };
    },
  });
}
