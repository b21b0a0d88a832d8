import { randomBytes, scryptSync } from 'node:crypto';
import os from 'node:os';
import { expect, test } from 'vitest';
import { mostWrongPins, pinDigits } from '../../shared/cases/pins.ts';
import { scryptCost } from '../../shared/node/scryptSecret.ts';

/** Every PIN of the fewest digits. */
const pins = 10 ** pinDigits.least;
/** What one guess moves through memory at least: all of it is written once and read once. */
const bytesMoved = 2 * 128 * scryptCost.N * scryptCost.r;
/** A card of 2026 for a living room; what it does is bounded by what it can move. */
const card = { bytesPerSecond: 1.8e12, memory: 32e9 };

/** Seconds of a processor for one guess, on this machine. */
function secondsAGuess(times: number): number {
  const seconds: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const before = process.cpuUsage();
    scryptSync(String(turn).padStart(6, '0'), randomBytes(16), 32, scryptCost);
    const { user, system } = process.cpuUsage(before);
    seconds.push((user + system) / 1e6);
  }
  return seconds.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}

test('what guessing a PIN costs, by what was stolen', () => {
  const seconds = secondsAGuess(15);
  const onCard = card.bytesPerSecond / bytesMoved;
  const hours = (guesses: number, aSecond: number) =>
    Number((guesses / aSecond / 3600).toPrecision(2));
  const figures = {
    secondsAGuess: Number(seconds.toFixed(3)),
    processor: os.cpus()[0]?.model,
    guessesASecondOnACard: Math.floor(onCard),
    'all PINs, one core, hours': hours(pins, 1 / seconds),
    'all PINs, one card, hours': hours(pins, onCard),
    'right at the screen, of all tries': `${mostWrongPins} in ${pins}`,
  };
  process.stdout.write(`pinGuessing ${JSON.stringify(figures)}\n`);
  expect(seconds).toBeGreaterThan(0.1);
  expect(scryptCost).toMatchObject({ N: 2 ** 17, r: 8 });
});
