// `node --import` this: halves the start of a process that imports drizzle-orm. For each of its two
// hundred files Node reads the 180 kB of its package.json anew, to learn what each import of it means
// and that the file is a module.
import { registerHooks } from 'node:module';

/** Words for `node` that have it so. */
export const quickImports = ['--import', import.meta.url];

/** @type {Map<string, import('node:module').ResolveFnOutput>} */
const found = new Map();

registerHooks({
  resolve(specifier, context, next) {
    if (/^drizzle-orm(\/|$)/.test(specifier)) {
      const known = found.get(specifier) ?? next(specifier, context);
      found.set(specifier, known);
      return { ...known, shortCircuit: true };
    }
    const { parentURL } = context;
    if (specifier.startsWith('.') && /\/node_modules\/drizzle-orm\/.*\.js$/.test(parentURL ?? ''))
      return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
    return next(specifier, context);
  },
});
