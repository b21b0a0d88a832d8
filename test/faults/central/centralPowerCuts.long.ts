import { expect, test } from 'vitest';
import { noteFigures, rounds } from '../figures.ts';
import { whyNoImages } from '../loopImage.ts';
import { cutPower, cutPowerUnsynced } from './centralPowerCuts.ts';

const why = whyNoImages();
const cuts = rounds(30);
const control = 500;

test.skipIf(why !== null)(
  `${cuts} power cuts of central: nothing acknowledged is lost, where an unsynced log must lose`,
  async () => {
    const { acknowledged, lost } = await cutPower(cuts);
    const survived = await cutPowerUnsynced(control);
    await noteFigures(5, 'power cuts of central (PGlite)', {
      cuts,
      acknowledged,
      lost,
      'unsynced control: rows': control,
      'unsynced control: lost': control - survived,
    });
    expect(lost).toBe(0);
    expect(survived).toBeLessThan(control);
  },
);
