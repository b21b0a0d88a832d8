import { expect, test } from 'vitest';
import { whyNoImages } from '../loopImage.ts';
import { cutPower } from './centralPowerCuts.ts';

const why = whyNoImages();
if (why !== null) process.stderr.write(`Skipped: power cuts of central need an image, ${why}.\n`);

test.skipIf(why !== null)(
  'what central acknowledged on its embedded database is there after a power cut',
  async () => {
    expect(await cutPower(1)).toEqual({ acknowledged: 8, lost: 0 });
  },
  180_000,
);
