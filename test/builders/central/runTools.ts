/**
 * Runs central's commands one after the other, each evaluated anew with its own words, and tells what it
 * wrote. A command is over when nothing is left to do, as in a process of its own.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export type ToRun = {
  readonly tool: string;
  readonly words: readonly string[];
  readonly adminToken: string;
};
export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string };

const tools = path.join(import.meta.dirname, '../../../central/tools');
const written = { stdout: '', stderr: '' };
let count = 0;

for (const name of ['stdout', 'stderr'] as const)
  process[name].write = (piece: string | Uint8Array) => {
    written[name] += piece.toString();
    return true;
  };

process.on('message', ({ tool, words, adminToken }: ToRun) => {
  const file = path.join(tools, `${tool}.ts`);
  count += 1;
  process.argv = [process.execPath, file, ...words];
  process.env['QUAYSIDE_ADMIN_TOKEN'] = adminToken;
  process.channel?.unref();
  // A module is evaluated once under each address.
  import(`${pathToFileURL(file).href}?${count}`).catch((error: unknown) => {
    process.stderr.write(String(error));
    process.exitCode = 1;
  });
});

process.on('beforeExit', () => {
  process.channel?.ref();
  process.send?.({ code: Number(process.exitCode ?? 0), ...written } satisfies Ran);
  process.exitCode = 0;
  written.stdout = '';
  written.stderr = '';
});
