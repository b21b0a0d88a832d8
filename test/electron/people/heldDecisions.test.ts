import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { HeldDecision } from '../../../shared/desktop/heldDecision.ts';
import { aStation, memoryKeyring } from '../station/aStation.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const held = (key: string): HeldDecision =>
  HeldDecision.parse({
    key,
    caseId: 'case-1',
    personId: 'sara',
    personName: 'Sara',
    caseName: 'RMA 7',
    signedAt: '2026-11-18T15:00:00.000Z',
    decision: {
      caseId: 'case-1',
      verdictId: 'verdict-1',
      decision: 'sendBack',
      choices: [],
      answers: [],
      reason: 'Photograph the plate',
    },
  });

test('a signed decision is on the disk of the main process, unreadable, until it is let go', async () => {
  const [folder, keyring] = [await temporaryFolder(), memoryKeyring()];
  const station = await aStation({ folder, keyring });
  await Promise.all(
    ['case-1 sara', 'case-2 sara', 'case-1 sara'].map((key) =>
      station.desktop.keepHeldDecision({ held: held(key) }),
    ),
  );
  for (const file of await readdir(path.join(folder, 'vault')))
    expect((await readFile(path.join(folder, 'vault', file))).includes('plate')).toBe(false);
  await station.close();

  const again = await aStation({ folder, keyring });
  const kept = await again.desktop.heldDecisions({});
  expect(kept.toSorted((a, b) => a.key.localeCompare(b.key))).toEqual([
    held('case-1 sara'),
    held('case-2 sara'),
  ]);
  await again.desktop.letHeldDecisionGo({ key: 'case-1 sara' });
  await again.close();
  const last = await aStation({ folder, keyring });
  expect(await last.desktop.heldDecisions({})).toEqual([held('case-2 sara')]);
});
