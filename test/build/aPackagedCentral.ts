import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';

type Environment = Readonly<Record<string, string>>;

const Ready = z.object({ ready: z.literal(true), url: z.string() });

/** A program of the package, in an environment that knows nothing of the project. */
export function runPackaged(program: string, args: readonly string[], env: Environment = {}) {
  const { status, stdout, stderr } = spawnSync(program, [...args], {
    cwd: '/',
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', ...env },
    timeout: 300_000,
  });
  return { status, stdout, stderr };
}

export type Serving = {
  readonly url: string;
  readonly pid: number;
  /** Asks it to stop; its exit code. */
  readonly stop: () => Promise<number | null>;
};

/** Starts what serves and waits until it says that it is ready. */
export async function servePackaged(
  program: string,
  args: readonly string[],
  env: Environment = {},
): Promise<Serving> {
  const child = spawn(program, [...args], {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const { url } = await firstLine(child, ended, said);
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function firstLine(child: ChildProcess, ended: Promise<unknown>, said: readonly string[]) {
  return new Promise<z.infer<typeof Ready>>((resolve, reject) => {
    if (child.stdout === null) throw new Error('Nothing to read from');
    createInterface({ input: child.stdout }).once('line', (line) => {
      resolve(Ready.parse(JSON.parse(line)));
    });
    void ended.then(() => reject(new Error(`ended: ${said.join('\n')}`)));
  });
}
