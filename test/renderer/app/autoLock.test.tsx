import { act, type ReactNode, useEffect } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lockMinutesAt, useAutoLock } from '../../../renderer/app/useAutoLock.ts';
import type { DesktopInput, DesktopOutput } from '../../../shared/desktop/desktopApi.ts';
import { firstWorkplaceFor, workplacesFor } from '../../../shared/facts/workplaces.ts';
import { siteId } from '../../builders/cases/ids.ts';
import { mount } from '../components/mount.tsx';

const aSite = {
  id: siteId('site-1'),
  name: 'Newark',
  city: 'Newark',
  country: 'US',
  timeZone: 'America/New_York',
  docks: ['D1', 'D2'],
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Said = DesktopInput<'stayAwake'>;

function station() {
  let locked: DesktopOutput<'stayAwake'>['locked'] = 'no';
  const stayAwake = vi.fn<(said: Said) => Promise<DesktopOutput<'stayAwake'>>>(async () => ({
    locked,
  }));
  return {
    desktop: { stayAwake },
    said: () => stayAwake.mock.calls.map(([one]) => one),
    lock: (by: typeof locked) => {
      locked = by;
    },
  };
}

function Place(props: {
  readonly desktop: ReturnType<typeof station>['desktop'];
  readonly minutes: number | null;
  readonly onLock: (by: string) => void;
  readonly isWorkOpen?: boolean;
  readonly onReady?: (sawWork: () => void) => void;
}): ReactNode {
  const { minutes, isWorkOpen = false, onReady } = props;
  const awake = minutes === null ? null : { minutes, isWorkOpen };
  const sawWork = useAutoLock(props.desktop, awake, props.onLock);
  useEffect(() => onReady?.(sawWork), [onReady, sawWork]);
  return null;
}

const seconds = (count: number) => act(() => vi.advanceTimersByTimeAsync(count * 1000));

test('the main process is told each second what work is at hand, and of each scan once', async () => {
  const { desktop, said } = station();
  const onReady = vi.fn<(sawWork: () => void) => void>();
  const place = { desktop, minutes: 2, onReady, onLock: vi.fn<() => void>() };
  const { show } = mount(<Place {...place} />);
  await seconds(1);
  onReady.mock.lastCall?.[0]();
  show(<Place {...place} isWorkOpen />);
  await seconds(2);
  expect(said()).toEqual([
    { minutes: 2, isWorkOpen: false, hasWorked: false },
    { minutes: 2, isWorkOpen: false, hasWorked: false },
    { minutes: 2, isWorkOpen: true, hasWorked: true },
    { minutes: 2, isWorkOpen: true, hasWorked: false },
  ]);
});

test('what it answers is done: the page locks, and says why', async () => {
  const { desktop, lock } = station();
  const onLock = vi.fn<(by: string) => void>();
  mount(<Place desktop={desktop} minutes={2} onLock={onLock} />);
  await seconds(3);
  expect(onLock).not.toHaveBeenCalled();
  lock('computer');
  await seconds(1);
  expect(onLock).toHaveBeenCalledWith('computer');
});

test('what it answers when they have left locks nobody, nor whoever came after them', async () => {
  const { desktop } = station();
  const asked = Promise.withResolvers<DesktopOutput<'stayAwake'>>();
  desktop.stayAwake.mockReturnValueOnce(asked.promise);
  const onLock = vi.fn<(by: string) => void>();
  const { show } = mount(<Place desktop={desktop} minutes={2} onLock={onLock} />);
  show(<Place desktop={desktop} minutes={null} onLock={onLock} />);
  show(<Place desktop={desktop} minutes={5} onLock={onLock} />);
  asked.resolve({ locked: 'gone' });
  await seconds(1);
  expect(onLock).not.toHaveBeenCalled();
});

test('its time belongs to the site', () => {
  const site = { ...aSite, lockAfterMinutes: { dock: 15, bench: 7, desk: 3 } };
  expect(lockMinutesAt(site, 'dock')).toBe(15);
  expect(lockMinutesAt(site, 'desk')).toBe(3);
  expect(lockMinutesAt(aSite, 'dock')).toBe(2);
  expect(lockMinutesAt(null, 'bench')).toBe(5);
});

test('without anybody signed in there is nothing to say', async () => {
  const { desktop, said } = station();
  mount(<Place desktop={desktop} minutes={null} onLock={vi.fn<() => void>()} />);
  await seconds(30);
  expect(said()).toEqual([]);
});

test('roles open places, and each person starts at the furthest of theirs', () => {
  expect(workplacesFor(['dock'])).toEqual(['dock']);
  expect(workplacesFor(['inspector'])).toEqual(['dock', 'bench']);
  expect(workplacesFor(['supervisor'])).toEqual(['desk']);
  expect(workplacesFor(['supervisor', 'inspector'])).toEqual(['dock', 'bench', 'desk']);
  expect(firstWorkplaceFor(['supervisor', 'inspector'])).toBe('desk');
  expect(firstWorkplaceFor(['dock'])).toBe('dock');
});
