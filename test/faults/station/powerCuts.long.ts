import { afterEach, expect, test } from 'vitest';
import { noteFigures, rounds } from '../figures.ts';
import { whyNoImages } from '../loopImage.ts';
import { withoutSyncs } from '../noSync.ts';
import { aDisk, cutWhileSaving, removeDisks } from './cutWhileSaving.ts';

afterEach(removeDisks);
const relaxed = withoutSyncs();

test.skipIf(whyNoImages() !== null)(
  'a power cut while the station saves loses no command and no photo it has acknowledged',
  { timeout: 0 },
  async () => {
    const cuts = rounds(30);
    const figures = { cuts, commands: 0, photos: 0, lost: 0 };
    for (let cut = 1; cut <= cuts; cut += 1) {
      const { saved, lost } = await cutWhileSaving(await aDisk(), cut, {});
      figures.commands += saved.commands.size;
      figures.photos += saved.photos.length;
      figures.lost += lost.length;
      expect(lost).toEqual([]);
    }
    await noteFigures(5, 'power cuts, journal and photo files', figures);
  },
);

test.skipIf(whyNoImages() !== null || relaxed === null)(
  'without syncs the same power cut loses what was acknowledged',
  { timeout: 60_000 },
  async () => {
    const { saved, lost } = await cutWhileSaving(await aDisk(), 1, relaxed ?? {});
    await noteFigures(5, 'power cut without syncs, journal and photo files', {
      acknowledged: saved.commands.size + saved.photos.length,
      lost: lost.length,
    });
    expect(lost.length).toBeGreaterThan(0);
  },
);
