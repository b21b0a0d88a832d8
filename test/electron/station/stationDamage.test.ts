import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporaryFolder.ts';
import { aStation, enrol, memoryKeyring } from './aStation.ts';
import { loopbackCentral } from './loopbackCentral.ts';

const keyring = memoryKeyring();

async function anEnrolledFolder() {
  const folder = await temporaryFolder();
  const station = await aStation({ folder, keyring });
  await enrol(station, (await loopbackCentral()).url);
  const { enrolment } = await station.desktop.stationState({});
  await station.close();
  return { folder, enrolment };
}

test.each(['', '{', '{"enrolment":'])(
  'a record of the station that says %j is mended from its second copy',
  async (content) => {
    const { folder, enrolment } = await anEnrolledFolder();
    await writeFile(path.join(folder, 'station.json'), content);
    for (const start of ['first', 'second']) {
      const again = await aStation({ folder, keyring });
      const state = await again.desktop.stationState({});
      expect(state.enrolment, `at the ${start} start`).toEqual(enrolment);
      await again.close();
      await rm(path.join(folder, 'vault/station.secret'), { force: true });
    }
  },
);

test('a station whose vault is gone asks to be enrolled anew: nobody could sign in or send', async () => {
  const { folder, enrolment } = await anEnrolledFolder();
  expect(enrolment).not.toBeNull();
  await rm(path.join(folder, 'vault'), { recursive: true });
  const again = await aStation({ folder, keyring });
  expect((await again.desktop.stationState({})).enrolment).toBeNull();
});
