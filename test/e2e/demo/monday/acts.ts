/** What somebody does, counted: a command, a click, a scan, a field filled, a PIN typed. Each may be shown. */
import { spawn } from 'node:child_process';
import type { Page } from '@playwright/test';
import { projectRoot } from '../../../../build/system/dependencies.mjs';
import { scan, typeKeys } from '../../scan.ts';

export type Acts = ReturnType<typeof countedActs>;

export function countedActs(env: Readonly<Record<string, string>>) {
  let done = 0;
  const counted = async <T>(act: Promise<T>, acts = 1): Promise<T> => {
    done += acts;
    return await act;
  };
  return {
    count: () => done,
    /** What others drive, and of how many acts it is made. */
    act: counted,
    /** Starting a program is one, too. */
    note: () => void (done += 1),
    /** A command of the documents; its standard output. */
    command: (file: string, ...args: readonly string[]) => counted(run(env, file, args)),
    click: (page: Page, role: 'button' | 'link' | 'radio', name: string | RegExp) =>
      counted(
        page
          .getByRole(role, { name, exact: typeof name === 'string' })
          .first()
          .click(),
      ),
    fill: (page: Page, label: string | RegExp, words: string) =>
      counted(page.getByRole('textbox', { name: label }).first().fill(words)),
    scan: (page: Page, text: string) => counted(scan(page, text)),
    /** A PIN at the number pad, and Enter. */
    pin: (page: Page, pin: string) => counted(typePin(page, pin)),
  };
}

async function typePin(page: Page, pin: string): Promise<void> {
  await typeKeys(page, `${pin}\r`);
}

async function run(
  env: Readonly<Record<string, string>>,
  file: string,
  args: readonly string[],
): Promise<string> {
  const child = spawn(process.execPath, ['--no-warnings', file, ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
  });
  let said = '';
  let wrong = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (wrong += part.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${file} ${args.join(' ')}: ${wrong}${said}`);
  return said;
}
