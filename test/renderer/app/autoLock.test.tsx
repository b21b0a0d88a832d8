import { act, type ReactNode, useEffect } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lockMinutesAt, useAutoLock } from '../../../renderer/app/useAutoLock.ts';
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

function Place(props: {
  readonly minutes: number | null;
  readonly onLock: () => void;
  readonly isWorkOpen?: boolean;
  readonly onReady?: (sawWork: () => void) => void;
}): ReactNode {
  const sawWork = useAutoLock(props.minutes, props.onLock, props.isWorkOpen);
  const { onReady } = props;
  useEffect(() => onReady?.(sawWork), [onReady, sawWork]);
  return null;
}

const minutes = (count: number) => act(() => void vi.advanceTimersByTime(count * 60_000));

test('a place nobody touches locks after its minutes, not before', () => {
  const onLock = vi.fn<() => void>();
  mount(<Place minutes={2} onLock={onLock} />);
  minutes(1.9);
  expect(onLock).not.toHaveBeenCalled();
  minutes(0.2);
  expect(onLock).toHaveBeenCalled();
});

test('a key, a touch or a scan starts the minutes anew', () => {
  const onLock = vi.fn<() => void>();
  const onReady = vi.fn<(sawWork: () => void) => void>();
  mount(<Place minutes={2} onLock={onLock} onReady={onReady} />);
  minutes(1.5);
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'x' }));
  minutes(1.5);
  window.dispatchEvent(new MouseEvent('pointerdown'));
  minutes(1.5);
  onReady.mock.lastCall?.[0]();
  minutes(1.5);
  expect(onLock).not.toHaveBeenCalled();
});

test('it does not fall while a parcel lies open, and the minutes begin when it is done', () => {
  const onLock = vi.fn<() => void>();
  const { show } = mount(<Place minutes={2} onLock={onLock} isWorkOpen />);
  minutes(30);
  expect(onLock).not.toHaveBeenCalled();
  show(<Place minutes={2} onLock={onLock} />);
  minutes(1.9);
  expect(onLock).not.toHaveBeenCalled();
  minutes(0.2);
  expect(onLock).toHaveBeenCalled();
});

test.each([false, true])(
  'it falls after the computer has slept, whose monotonic clock stood still meanwhile (open: %s)',
  (isWorkOpen) => {
    const onLock = vi.fn<() => void>();
    mount(<Place minutes={2} onLock={onLock} isWorkOpen={isWorkOpen} />);
    minutes(0.5);
    vi.setSystemTime(Date.now() + 8 * 3_600_000);
    minutes(0.05);
    expect(onLock).toHaveBeenCalled();
  },
);

test('its time belongs to the site', () => {
  const site = { ...aSite, lockAfterMinutes: { dock: 15, bench: 7, desk: 3 } };
  expect(lockMinutesAt(site, 'dock')).toBe(15);
  expect(lockMinutesAt(site, 'desk')).toBe(3);
  expect(lockMinutesAt(aSite, 'dock')).toBe(2);
  expect(lockMinutesAt(null, 'bench')).toBe(5);
});

test('without anybody signed in there is nothing to lock', () => {
  const onLock = vi.fn<() => void>();
  mount(<Place minutes={null} onLock={onLock} />);
  minutes(30);
  expect(onLock).not.toHaveBeenCalled();
});

test('roles open places, and each person starts at the furthest of theirs', () => {
  expect(workplacesFor(['dock'])).toEqual(['dock']);
  expect(workplacesFor(['inspector'])).toEqual(['dock', 'bench']);
  expect(workplacesFor(['supervisor'])).toEqual(['desk']);
  expect(workplacesFor(['supervisor', 'inspector'])).toEqual(['dock', 'bench', 'desk']);
  expect(firstWorkplaceFor(['supervisor', 'inspector'])).toBe('desk');
  expect(firstWorkplaceFor(['dock'])).toBe('dock');
});
