import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { beginWiping, finishWiping, wipedAt } from '../../../electron/main/revoked/wiping.ts';
import { factId } from '../../builders/cases/ids.ts';
import { anArrival } from '../../builders/cases/recordedFacts.ts';
import { cheapSecrets } from '../../cheapSecrets.ts';
import { aWorker } from '../people/aPersonWithKey.ts';
import { aJpeg } from '../photos/pictures.ts';
import { aDraft, aStation, enrol, memoryKeyring } from '../station/aStation.ts';
import type { Answered, Asked } from '../station/centralOnLoopback.ts';
import { loopbackCentral } from '../station/loopbackCentral.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

// What a PIN becomes is proved in `people/wrappedKey`.
cheapSecrets();

const dora = { person: aWorker({ id: 'dora', badge: 'DORA1' }), pin: '246810' };
const picture = aJpeg();
const sha256 = createHash('sha256').update(picture).digest('hex');
const refusedAs = (code: string) => () => ({ status: 401, body: { code, message: code } });

const Pushed = z.object({ commands: z.array(z.object({ fact: z.object({ id: z.string() }) })) });
const says =
  (kind: 'applied' | 'deferred') =>
  (asked: Asked): Answered => {
    const { commands } = Pushed.parse(JSON.parse(asked.body.toString('utf8')));
    const of = { acceptedAt: new Date().toISOString(), missing: ['x'] };
    return {
      body: {
        results: commands.map(({ fact: { id } }) =>
          kind === 'applied'
            ? { kind, id, acceptedAt: of.acceptedAt }
            : { kind, id, missing: of.missing },
        ),
        expectedSequence: null,
        epoch: 'epoch-1',
        time: of.acceptedAt,
      },
    };
  };
const hasPhotos = (asked: Asked): Answered => ({
  body: {
    photos: z
      .object({ sha256: z.array(z.string()) })
      .parse(JSON.parse(asked.body.toString('utf8')))
      .sha256.map((it) => ({ sha256: it, state: 'verified' })),
  },
});

/** Two records and a photo unsent; central's answers to a revoked station come from the test. */
async function aRevokedStation(file: string | null = null) {
  const folder = await temporaryFolder();
  const central = await loopbackCentral();
  central.employ(dora);
  const restart = vi.fn<() => void>();
  const keyring = memoryKeyring();
  const open = () =>
    aStation({
      folder,
      keyring,
      restart,
      chooseFile: { toWrite: async () => file, toRead: async () => null },
    });
  const station = await open();
  await enrol(station, central.url);
  await station.desktop.signIn({ badge: 'DORA1', pin: '246810' });
  for (const id of ['first', 'second'])
    await station.desktop.sealCommand({ draft: aDraft(anArrival({ id: factId(id) })), pin: null });
  await station.desktop.keepPhoto({ sha256, bytes: new Uint8Array(picture) });
  for (const route of ['GET /central/people', 'GET /central/changes'])
    central.say(route, refusedAs('revoked'));
  const revoke = () => station.desktop.refreshPeople({});
  const standing = async () => (await station.desktop.stationState({})).leaving;
  return { folder, central, restart, station, open, revoke, standing };
}

const soon = (seen: () => unknown) => vi.waitFor(seen, { timeout: 20_000 });
const begun = async (folder: string) => (await readdir(folder)).includes('wiping.json');
const wipe = (folder: string) => finishWiping(folder, { clearPage: async () => {}, now: () => 7 });

describe('a revoked station', () => {
  test('hands in what is unsent with the token it had, then is wiped and starts anew', async () => {
    const { folder, central, restart, station, open, revoke } = await aRevokedStation();
    central.say('POST /central/commands', says('applied'));
    central.say('POST /central/photo-states', hasPhotos);
    await revoke();
    await soon(() => expect(restart).toHaveBeenCalledOnce());
    const sent = central
      .askedFor('/central/commands')
      .flatMap(({ body }) =>
        Pushed.parse(JSON.parse(body.toString('utf8'))).commands.map(({ fact }) => fact.id),
      );
    expect(sent).toEqual(['first', 'second']);
    expect(await begun(folder)).toBe(true);
    await station.close();
    expect(await wipe(folder)).toBe(true);
    expect(await readdir(folder)).toEqual(['wiped.json']);
    const { desktop } = await open();
    expect(await desktop.stationState({})).toMatchObject({
      enrolment: null,
      revoked: false,
      leaving: null,
      wipedAt: 7,
      journal: { lastSequence: 0 },
    });
  });

  test('is wiped by nobody while central does not answer for good and no file holds it', async () => {
    const { folder, central, restart, station, revoke, standing } = await aRevokedStation();
    central.say('POST /central/commands', says('deferred'));
    central.say('POST /central/photo-states', hasPhotos);
    await revoke();
    await soon(async () =>
      expect(await standing()).toEqual({ records: 2, photos: 0, isTried: true, mayWipe: false }),
    );
    expect(await station.desktop.wipeStation({})).toEqual({ begun: false });
    expect(restart).not.toHaveBeenCalled();
    expect(await begun(folder)).toBe(false);
    expect(await wipe(folder)).toBe(false);
    expect(await readdir(path.join(folder, 'journal'))).not.toEqual([]);
  });

  test('gives out what central will not have in a file, without anybody signed in, and may then be wiped', async () => {
    const file = path.join(await temporaryFolder(), 'left.quayside-rescue');
    const { folder, central, restart, station, open, revoke, standing } =
      await aRevokedStation(file);
    central.say('POST /central/commands', refusedAs('revoked'));
    await revoke();
    await soon(async () =>
      expect(await standing()).toEqual({ records: 2, photos: 1, isTried: true, mayWipe: false }),
    );
    expect(await station.desktop.exportUnsent({ photos: null })).toMatchObject({
      ok: true,
      value: { commands: 2, photos: 1, leftOut: 0 },
    });
    expect((await readFile(file)).byteLength).toBeGreaterThan(500);
    // The code is still on the screen: nothing goes before the person says so.
    expect(restart).not.toHaveBeenCalled();
    await station.close();
    const again = await open();
    await soon(async () =>
      expect((await again.desktop.stationState({})).leaving).toMatchObject({ mayWipe: true }),
    );
    expect(await again.desktop.wipeStation({})).toEqual({ begun: true });
    await again.close();
    expect(await wipe(folder)).toBe(true);
    expect(await readdir(folder)).toEqual(['wiped.json']);
  });

  test('with a damaged journal is wiped only by a person', async () => {
    const { folder, central, restart, station, open } = await aRevokedStation();
    await station.close();
    const names = await readdir(path.join(folder, 'journal'));
    const segment = names.find((it) => /^\d+\.log$/.test(it)) ?? '';
    const log = path.join(folder, 'journal', segment);
    const lines = (await readFile(log, 'utf8')).split('\n');
    await writeFile(log, [lines[0]?.replace('first', 'worst'), ...lines.slice(1)].join('\n'));
    central.say('POST /central/commands', says('applied'));
    central.say('POST /central/photo-states', hasPhotos);
    const { desktop } = await open();
    await desktop.refreshPeople({});
    await soon(async () =>
      expect((await desktop.stationState({})).leaving).toMatchObject({
        records: 0,
        isTried: true,
        mayWipe: true,
      }),
    );
    expect(restart).not.toHaveBeenCalled();
    expect(await desktop.wipeStation({})).toEqual({ begun: true });
    expect(restart).toHaveBeenCalledOnce();
  });

  test('one that works is not wiped, whoever asks', async () => {
    const { station, folder } = await aRevokedStation();
    expect(await station.desktop.wipeStation({})).toEqual({ begun: false });
    expect(await begun(folder)).toBe(false);
  });
});

describe('wiping', () => {
  test('that was cut off goes on at the next start, and keeps what nobody has', async () => {
    const { folder, station } = await aRevokedStation();
    await station.close();
    const name = `photos/${sha256.slice(0, 2)}/${sha256}.jpg`;
    await beginWiping(folder, ['journal', name]);
    const cutOff = finishWiping(folder, {
      clearPage: () => Promise.reject(new Error('killed')),
      now: () => 7,
    });
    await expect(cutOff).rejects.toThrow('killed');
    expect(await readdir(folder)).not.toContain('vault');
    expect(await wipedAt(folder)).toBeNull();
    expect(await wipe(folder)).toBe(true);
    expect((await readdir(folder)).toSorted()).toEqual(['journal', 'photos', 'wiped.json']);
    expect(await readFile(path.join(folder, name))).toEqual(picture);
    expect(await wipe(folder)).toBe(false);
  });
});
