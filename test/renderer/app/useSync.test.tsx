import { act } from 'react';
import { expect, test, vi } from 'vitest';
import type { Application } from '../../../renderer/app/startApplication.ts';
import { useSync } from '../../../renderer/app/useSync.ts';
import type { Sync } from '../../../renderer/sync/startSync.ts';
import { mount } from '../components/mount.tsx';

const sync = {
  nudge: vi.fn<() => void>(),
  wake: vi.fn<() => void>(),
  stop: async () => undefined,
} as unknown as Sync;
const application = {} as unknown as Application;
vi.mock('../../../renderer/sync/startSync.ts', () => ({ startSync: () => sync }));

test('the line, a look at the window and whoever comes wake a station that waits', () => {
  function Station() {
    const { wake } = useSync(application);
    return (
      <button type="button" onClick={wake}>
        Somebody comes
      </button>
    );
  }
  const { page, show } = mount(<Station />);
  act(() => void window.dispatchEvent(new Event('online')));
  act(() => void window.dispatchEvent(new Event('focus')));
  expect(sync.nudge).toHaveBeenCalledTimes(2);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  act(() => page.querySelector('button')?.click());
  expect(sync.wake).toHaveBeenCalledTimes(2);
  show(null);
  act(() => void window.dispatchEvent(new Event('focus')));
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
  expect(sync.nudge).toHaveBeenCalledTimes(2);
  expect(sync.wake).toHaveBeenCalledTimes(2);
});
