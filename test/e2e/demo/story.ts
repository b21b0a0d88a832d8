import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { projectRoot } from '../../../build/system/dependencies.mjs';

/** Somebody may be watching: time to read what a step did. */
const pace = process.env['QUAYSIDE_DEMO_WATCHED'] ? 1500 : 0;

/** A story in pictures: one for each step, and a page that shows them in their order. */
export function story(name: string) {
  const folder = path.join(projectRoot, 'out/demo', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const begun = performance.now();
  const rows: string[] = [];
  return {
    folder,
    step: async (title: string, page: Page, action: () => Promise<unknown>): Promise<void> => {
      await action();
      await new Promise((resolve) => setTimeout(resolve, pace));
      const number = String(rows.length + 1).padStart(2, '0');
      const picture = `${number}-${title.replaceAll(/[^\p{L}\d]+/gu, '-')}.png`;
      await page.screenshot({ path: path.join(folder, picture) });
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      rows.push(`| ${seconds} s | ${title} | ![](${picture}) |`);
      process.stdout.write(`${seconds.padStart(6)} s  ${title}\n`);
    },
    write: (title: string): void => {
      const head = [`# ${title}`, '', '| after | what | seen |', '|---|---|---|'];
      writeFileSync(path.join(folder, 'timeline.md'), `${[...head, ...rows].join('\n')}\n`);
    },
  };
}
