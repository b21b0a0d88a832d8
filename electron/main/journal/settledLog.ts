import { open } from 'node:fs/promises';
import path from 'node:path';
import { readIfThere, writeDurably } from '../machine/durableFile.ts';
import { textOf, withChecksum } from './journalLine.ts';

export type SettledLog = {
  readonly has: (id: string) => boolean;
  readonly add: (ids: readonly string[]) => Promise<void>;
  readonly keepOnly: (wanted: (id: string) => boolean) => Promise<void>;
};

/**
 * The ids central has answered for good. A line lost here only means that a command is offered
 * once more, so an unreadable line is left out and nothing else depends on it.
 */
export async function openSettledLog(folder: string): Promise<SettledLog> {
  const file = path.join(folder, 'settled.log');
  const content = (await readIfThere(file))?.toString('utf8') ?? '';
  const settled = new Set<string>();
  for (const line of content.split('\n')) {
    const id = textOf(line);
    if (id !== null) settled.add(id);
  }
  const rewrite = () => writeDurably(file, [...settled].map(withChecksum).join(''));
  if (content !== [...settled].map(withChecksum).join('')) await rewrite();

  return {
    has: (id) => settled.has(id),
    async add(ids) {
      const fresh = ids.filter((id) => !settled.has(id));
      if (fresh.length === 0) return;
      const opened = await open(file, 'a', 0o600);
      try {
        await opened.writeFile(fresh.map(withChecksum).join(''));
        await opened.datasync();
      } finally {
        await opened.close();
      }
      for (const id of fresh) settled.add(id);
    },
    async keepOnly(wanted) {
      const unwanted = [...settled].filter((id) => !wanted(id));
      for (const id of unwanted) settled.delete(id);
      if (unwanted.length > 0) await rewrite();
    },
  };
}
