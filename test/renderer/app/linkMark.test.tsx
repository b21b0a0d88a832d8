import { expect, test } from 'vitest';
import { LinkMark } from '../../../renderer/app/frame/LinkMark.tsx';
import type { StationSummary } from '../../../renderer/queries/station/stationSummary.ts';
import { officeDocuments } from '../../builders/station/aLoneStation.ts';
import { aBench } from '../screens/bench/aBench.tsx';

const summary = (part: Partial<StationSummary>): StationSummary => ({
  unsent: 0,
  oldestUnsentAt: null,
  refused: 0,
  photosWaiting: { count: 0, bytes: 0, sentBytes: 0, paused: false, mostPerSecond: null },
  unread: 0,
  lastContactAt: null,
  calendar: null,
  clock: { offsetMs: null, flagged: false },
  ...part,
});
const status = { reached: true, trouble: null, nextAt: null };

test('nobody is told that everything is sent while a photo waits', async () => {
  const waits = summary({
    photosWaiting: { count: 1, bytes: 900, sentBytes: 0, paused: false, mostPerSecond: null },
  });
  const bar = await aBench(officeDocuments(), <LinkMark status={status} summary={waits} />);
  await bar.says('All sent but photos');
  expect(document.body.textContent).not.toContain('Everything sent');
});

test('with nothing left it says so', async () => {
  const bar = await aBench(officeDocuments(), <LinkMark status={status} summary={summary({})} />);
  await bar.says('Everything sent');
  expect(document.body.textContent).not.toContain('but photos');
});
