import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { afterAll } from 'vitest';
import { quickImports } from '../../../build/system/quickImports.mjs';
import type { Ran, ToRun } from './runTools.ts';

type Asked = { readonly url: string; readonly adminToken: string };
type CommandLine = (central: Asked, tool: string, ...words: readonly string[]) => Promise<Ran>;

/**
 * Central's commands (`central/tools/NAME.ts`) as somebody types them, one after the other in a process of
 * their own: one for each costs half a second of a processor. Ends with the file or `describe` that asks for it.
 */
export function aCommandLine(): CommandLine {
  let tools: ChildProcess | null = null;
  afterAll(() => void tools?.kill());
  return async ({ url, adminToken }, tool, ...words) => {
    tools ??= fork(path.join(import.meta.dirname, 'runTools.ts'), {
      execArgv: ['--no-warnings', ...quickImports],
    });
    return await ranBy(tools, { tool, words: ['--url', url, ...words], adminToken });
  };
}

async function ranBy(tools: ChildProcess, toRun: ToRun): Promise<Ran> {
  return await new Promise((resolve, reject) => {
    const ended = () => reject(new Error(`ended by ${toRun.tool}`));
    tools.once('exit', ended);
    tools.once('message', (ran: Ran) => {
      tools.off('exit', ended);
      resolve(ran);
    });
    tools.send(toRun);
  });
}

/** What it wrote on standard output; thrown with what it wrote on standard error, where it failed. */
export function outputOf({ code, stdout, stderr }: Ran): string {
  if (code !== 0) throw new Error(stderr);
  return stdout.trim();
}
