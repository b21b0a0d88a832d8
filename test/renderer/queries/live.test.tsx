import { Profiler, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { useCase } from '../../../renderer/queries/oneCase/oneCase.ts';
import { usePhotoUrl } from '../../../renderer/queries/oneCase/photoUrl.ts';
import { StationStorage, useNow } from '../../../renderer/queries/StationStorage.tsx';
import { useRecentScans } from '../../../renderer/queries/station/recentScans.ts';
import { useStationSummary } from '../../../renderer/queries/station/stationSummary.ts';
import { setStationValues } from '../../../renderer/storage/meta.ts';
import type { PhotoRow } from '../../../renderer/storage/rows.ts';
import { accepted } from '../../builders/cases/accepted.ts';
import { caseId } from '../../builders/cases/ids.ts';
import { aLoneStation, dora, type LoneStation } from '../../builders/station/aLoneStation.ts';
import { receiveAsAnnounced } from '../../builders/station/receiveAsAnnounced.ts';
import { useWorklist } from '../../builders/station/useWorklist.ts';
import { speaksWhenItLikes } from '../speaksWhenItLikes.ts';

speaksWhenItLikes();

function shown(station: LoneStation, what: ReactNode) {
  const place = document.createElement('div');
  const root = createRoot(place);
  root.render(
    <StationStorage db={station.db} now={station.clock.now}>
      {what}
    </StationStorage>,
  );
  onTestFinished(() => root.unmount());
  return place;
}

const soon = { timeout: 45_000 };

function waitingPhotos(many: number): readonly PhotoRow[] {
  return Array.from({ length: many }, (_, n) => ({
    sha256: String(n).padStart(64, '0'),
    caseId: 'case-1',
    mediaType: 'image/jpeg',
    bytes: 1000,
    sentBytes: 0,
    state: 'waiting',
    uploadUrl: null,
    dueBefore: '2026-11-27T05:00:00Z',
    takenAt: '2026-11-18T15:00:00Z',
    verifiedAt: null,
    trouble: null,
    notBefore: null,
  }));
}

async function receive(station: LoneStation) {
  return accepted(
    await receiveAsAnnounced(station.as(dora), {
      barcode: null,
      raw: null,
      caseId: caseId('case-1'),
      dock: 'D1',
      note: '',
    }),
  );
}

describe('What screens show', () => {
  test('follows what is saved, by itself', async () => {
    const station = await aLoneStation();
    function Bench() {
      const rows = useWorklist('bench');
      const view = useCase('case-1');
      const summary = useStationSummary();
      const scans = useRecentScans();
      return rows && view && summary && scans
        ? `${rows.length} ${view.file.state} ${summary.unsent} ${scans.length}`
        : 'reading';
    }
    const place = shown(station, <Bench />);
    await expect.poll(() => place.textContent, soon).toBe('0 authorised 0 0');
    await receive(station);
    await expect.poll(() => place.textContent, soon).toBe('1 received 1 1');
  });

  test('counts and draws nothing anew where the feed moves on and says nothing of the station', async () => {
    const station = await aLoneStation();
    let drawn = 0;
    function Bar() {
      const summary = useStationSummary('site-1');
      return summary ? `${summary.unsent} ${summary.photosWaiting.paused}` : 'reading';
    }
    const place = shown(
      station,
      <Profiler id="bar" onRender={() => (drawn += 1)}>
        <Bar />
      </Profiler>,
    );
    await expect.poll(() => place.textContent, soon).toBe('0 false');
    const counted = vi.spyOn(station.db.outbox, 'count');
    const before = drawn;
    for (const cursor of ['7', '8', '9']) await setStationValues(station.db, { cursor });
    await setStationValues(station.db, { photosPaused: true });
    await expect.poll(() => place.textContent, soon).toBe('0 true');
    expect(drawn).toBe(before + 1);
    expect(counted).not.toHaveBeenCalled();
    await receive(station);
    await expect.poll(() => place.textContent, soon).toBe('1 true');
  });

  test('reads the photos that wait for a line when one of them changes, and not for each scan', async () => {
    const station = await aLoneStation();
    await station.db.photos.bulkPut(waitingPhotos(40));
    function Bar() {
      const summary = useStationSummary('site-1');
      return summary ? `${summary.unsent} ${summary.photosWaiting.count}` : 'reading';
    }
    const place = shown(station, <Bar />);
    await expect.poll(() => place.textContent, soon).toBe('0 40');
    let read = 0;
    station.db.photos.hook('reading', (row) => {
      read += 1;
      return row;
    });
    await receive(station);
    await expect.poll(() => place.textContent, soon).toBe('1 40');
    expect(read).toBe(0);
    await station.db.photos.bulkPut(waitingPhotos(41).slice(-1));
    await expect.poll(() => place.textContent, soon).toBe('1 41');
    // Each is sent in pieces, and is one less in the end.
    const [first] = waitingPhotos(1);
    await station.db.photos.update(first?.sha256 ?? '', { sentBytes: 500 });
    await station.db.photos.update(first?.sha256 ?? '', { state: 'verified' });
    await expect.poll(() => place.textContent, soon).toBe('1 40');
    // What changes a row reads it too.
    expect(read).toBeLessThan(10);
  });

  test('asks once how far the clock is off, however many look at it', async () => {
    const station = await aLoneStation();
    function Clock() {
      return new Date(useNow()).toISOString().slice(0, 4);
    }
    const many = Array.from({ length: 20 }, (_, at) => <Clock key={at} />);
    const place = shown(station, many);
    const asked = vi.spyOn(station.db.meta, 'get');
    const year = new Date(station.clock.now()).getUTCFullYear();
    await expect.poll(() => place.textContent, soon).toBe(String(year).repeat(20));
    const offsetMs = 2 * 365 * 24 * 60 * 60_000;
    const lastContact = new Date(station.clock.now()).toISOString();
    await setStationValues(station.db, { offsetMs, lastContact });
    await expect.poll(() => place.textContent, soon).toBe(String(year + 2).repeat(20));
    expect(asked.mock.calls.length).toBeLessThan(8);
    asked.mockRestore();
  });

  test('says that a case is unknown instead of reading for ever', async () => {
    const station = await aLoneStation();
    function One() {
      const view = useCase('case-99');
      return view === null ? 'unknown' : 'reading';
    }
    const place = shown(station, <One />);
    await expect.poll(() => place.textContent, soon).toBe('unknown');
  });

  test('is not read again when something else was written', async () => {
    const station = await aLoneStation();
    let paints = 0;
    function Dock() {
      const rows = useWorklist('dock');
      return rows ? String(rows.length) : 'reading';
    }
    const place = shown(
      station,
      <Profiler id="dock" onRender={() => (paints += 1)}>
        <Dock />
      </Profiler>,
    );
    await expect.poll(() => place.textContent, soon).toBe('1');
    const before = paints;
    await setStationValues(station.db, { offsetMs: 5 });
    await station.db.photos.clear();
    await receive(station);
    await expect.poll(() => place.textContent, soon).toBe('1');
    await expect.poll(() => paints).toBe(before + 1);
  });
});

test('A picture that was shown before is there at once when it is drawn anew', async () => {
  const station = await aLoneStation();
  const sha256 = 'd'.repeat(64);
  // What is stored here comes back as no picture a browser would know.
  const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:picture');
  onTestFinished(() => made.mockRestore());
  await station.db.photoBytes.put({ sha256, blob: new Blob(['picture']) });
  const seen: (string | undefined)[] = [];
  function Picture() {
    seen.push(usePhotoUrl(sha256));
    return null;
  }
  shown(station, <Picture />);
  await expect.poll(() => seen.at(-1), soon).toMatch(/^blob:/);
  const before = seen.length;
  shown(station, <Picture />);
  await expect.poll(() => seen.length, soon).toBeGreaterThan(before);
  expect(seen.slice(before)).not.toContain(undefined);
});
