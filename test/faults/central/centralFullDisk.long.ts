import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { until } from '../../builders/station/until.ts';
import { noteFigures, rounds } from '../figures.ts';
import { makeImage, whyNoImages } from '../loopImage.ts';
import { type CentralOnDisk, centralOnDisk } from './centralFullDisk.ts';

const why = whyNoImages();
const times = rounds(5);
const counts = 5;

test.skipIf(why !== null)(
  `central's disk fills up ${times} times, to the last byte and with kills: refused politely, read on, nothing lost, goes on by itself`,
  async () => {
    const central = await centralOnDisk();
    const figures = { refused: 0, reads: 0, slowestDrainMs: 0, kills: 0 };
    try {
      for (let round = 0; round < times; round += 1) {
        await photosStopFirst(central);
        for (const megabytes of [40, 0]) {
          central.leave(megabytes);
          const before = (await central.waiting()).commands;
          await central.work(counts);
          figures.refused += await refusals(central);
          expect((await central.waiting()).commands).toBe(before + counts + 1);
          expect(await central.beginPhoto()).toMatchObject({ status: 507 });
          expect(await central.read()).toMatchObject({ status: 200 });
          figures.reads += 1;
        }
        if (round % 2 === 0) {
          await central.kill();
          figures.kills += 1;
          expect(await central.start()).toMatch(/nearly full.*Make room/);
          central.makeRoom();
          expect(await central.start()).toBeNull();
        } else central.makeRoom();
        figures.slowestDrainMs = Math.max(figures.slowestDrainMs, await central.drained());
      }
      const account = await central.account();
      const control = await readsOnWithoutTheGate();
      await noteFigures(7, 'disk full at central (PGlite)', {
        times,
        ...figures,
        ...account,
        'without the gate': control ? 'reads on' : 'stands still',
      });
      expect(account).toMatchObject({ lost: 0, photosLost: 0 });
      expect(central.impolite()).toEqual([]);
      expect(control).toBe(false);
    } finally {
      await central.close();
    }
  },
);

/** Room for the database is kept from the photos. */
async function photosStopFirst(central: CentralOnDisk): Promise<void> {
  central.leave(300);
  await central.work(counts);
  await until('commands are taken', async () => (await central.waiting()).commands === 0);
  expect((await central.waiting()).photos).toBe(1);
  expect(await central.beginPhoto()).toMatchObject({ status: 507 });
}

/** How often the station was told to come again, once it was. */
async function refusals(central: CentralOnDisk): Promise<number> {
  let refused = 0;
  await until('the station was refused', () => {
    refused += central.heard().get('503 /central/commands') ?? 0;
    return refused > 0;
  });
  return refused;
}

/** Whether the embedded database answers anything after a write found no room. */
async function readsOnWithoutTheGate(): Promise<boolean> {
  const disk = await makeImage(128);
  const script = path.join(import.meta.dirname, 'writeWithoutRoom.ts');
  const child = spawn(process.execPath, [script, disk.folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
    });
    const ended = new Promise<void>((resolve) => {
      child.once('close', () => resolve());
    });
    await until('a write found no room', () => said.includes('refused'), 120_000);
    // The only way to see that something never comes.
    const patience = new Promise<void>((resolve) => {
      setTimeout(resolve, 10_000);
    });
    await Promise.race([ended, patience]);
    return said.includes('reads');
  } finally {
    child.kill('SIGKILL');
    await disk.remove();
  }
}
