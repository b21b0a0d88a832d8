/**
 * A process of its own for the one thing at central that decodes what strangers sent: no secrets
 * in its environment, no files to write, and it ends itself when a picture costs more than it may.
 * Forked by `reencoder.ts`, one picture at a time.
 */
import sharp, { type Sharp } from 'sharp';
import { mostPixels } from '../../shared/facts/imageHeader.ts';
import {
  longestSide,
  mostMemory,
  mostProcessorMs,
  tooMuchMemory,
  tooMuchTime,
} from './reencodeWorkerLimits.ts';

export type Asked = { readonly id: number; readonly bytes: Uint8Array };
export type Reencoded = {
  readonly id: number;
  /** null: no decoder of ours reads it. */
  readonly bytes: Uint8Array | null;
};

const lookEveryMs = 20;

sharp.concurrency(1);
sharp.cache(false);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'],
});

process.on('disconnect', () => process.exit(0));
process.on('message', (asked: Asked) => {
  void answer(asked);
});

async function answer({ id, bytes }: Asked): Promise<void> {
  const before = process.cpuUsage();
  const watch = setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    if (process.memoryUsage.rss() > mostMemory) process.exit(tooMuchMemory);
    if ((user + system) / 1000 > mostProcessorMs) process.exit(tooMuchTime);
  }, lookEveryMs);
  const made = await reencode(bytes).catch(() => null);
  clearInterval(watch);
  process.send?.({ id, bytes: made } satisfies Reencoded);
}

/** Upright, in sRGB, without metadata; of several pictures the first. */
async function reencode(bytes: Uint8Array): Promise<Uint8Array> {
  const picture: Sharp = sharp(bytes, {
    limitInputPixels: mostPixels,
    failOn: 'truncated',
    sequentialRead: true,
  });
  return await picture
    .autoOrient()
    .resize({
      width: longestSide,
      height: longestSide,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
    .toBuffer();
}
