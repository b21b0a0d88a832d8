import { afterEach, expect, test } from 'vitest';
import { whyNoImages } from '../loopImage.ts';
import { aDisk, cutWhileSaving, removeDisks } from './cutWhileSaving.ts';

afterEach(removeDisks);

test.skipIf(whyNoImages() !== null)(
  'a power cut in the middle of saving loses nothing the journal or the photo files acknowledged',
  async () => {
    const { saved, lost } = await cutWhileSaving(await aDisk(), 1, {});
    expect(saved.commands.size).toBeGreaterThan(10);
    expect(saved.photos.length).toBeGreaterThan(0);
    expect(lost).toEqual([]);
  },
);
