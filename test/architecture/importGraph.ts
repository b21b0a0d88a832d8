import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Import = {
  /** Absolute. */
  readonly file: string;
  /** Names taken as values; types and whole modules left out. */
  readonly names: readonly string[];
  readonly isTypeOnly: boolean;
};

const statement =
  /(?:import|export)\s+(type\s+)?(?:([\w*{}\s,]+?)\s+from\s+)?'(\.[^']+)'|import\('(\.[^']+)'\)/g;

/** What a source file imports from other source files, read from its text. */
export function importsOf(file: string): readonly Import[] {
  return [...readFileSync(file, 'utf8').matchAll(statement)].flatMap(
    ([, isType, taken = '', from, lazily]) => {
      const target = path.resolve(path.dirname(file), from ?? lazily ?? '');
      if (!/\.(tsx?|mjs)$/.test(target) || !existsSync(target)) return [];
      const names = (/\{([^}]*)\}/.exec(taken)?.[1] ?? '')
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '))
        .map((name) => name.split(/\s+as\s+/)[0] ?? name);
      const isTypeOnly = isType !== undefined || (taken.includes('{') && names.length === 0);
      return [{ file: target, names: isTypeOnly ? [] : names, isTypeOnly }];
    },
  );
}

/** Every file that runs once `entry` is started, itself included. */
export function reachableFrom(entry: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const found of importsOf(file)) if (!found.isTypeOnly) open.push(found.file);
  }
  return seen;
}
