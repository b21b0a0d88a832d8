import path from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../machine/durableFile.ts';
import { readJsonFile } from '../machine/jsonFile.ts';

/** The end of the chain: the next command is numbered and chained after it. */
export const Head = z.object({
  sequence: z.number().int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Head = z.infer<typeof Head>;

/** `keptFrom`: the first sequence that should still be in a segment; older ones left by rule. */
const HeadFile = Head.extend({ keptFrom: z.number().int().min(1) });
export type HeadFile = z.infer<typeof HeadFile>;

const fileIn = (folder: string) => path.join(folder, 'head.json');

export function readHead(folder: string): Promise<HeadFile | null> {
  return readJsonFile(fileIn(folder), HeadFile);
}

export async function writeHead(folder: string, head: HeadFile): Promise<void> {
  await writeDurably(fileIn(folder), JSON.stringify(head));
}
