import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { UnheardScan } from '../../../renderer/app/frame/UnheardScan.tsx';
import { KeysProvider } from '../../../renderer/components/generic/keys/KeysProvider.tsx';
import {
  isCardInTheWay,
  isSheetOpen,
} from '../../../renderer/components/generic/surfaces/openSheets.ts';
import { Sheet } from '../../../renderer/components/generic/surfaces/Sheet.tsx';
import { createScanSource, ScanFeed, type Unheard } from '../../../renderer/workflow/ScanFeed.tsx';
import { useCommandKeys } from '../../../renderer/workflow/useCommandKeys.ts';
import type { Scan } from '../../../shared/barcodes/scan.ts';
import { mount } from '../components/mount.tsx';

describe('A scan that nobody takes', () => {
  test.each([
    ['nobody', 'Nobody is signed in'],
    ['sheet', 'Close what is open first'],
    ['page', 'Go to the dock'],
  ] as const)('says so in words, and what to do (%s)', (why, words) => {
    const { text, page } = mount(<UnheardScan why={why} onSeen={vi.fn<() => void>()} />);
    expect(text()).toContain('This scan was not recorded');
    expect(text()).toContain(words);
    expect(page.querySelector('[role="alert"]')).not.toBeNull();
  });

  test('is no scan where it was a key: nothing is said of scanning', () => {
    const { text } = mount(<UnheardScan why="key" onSeen={vi.fn<() => void>()} />);
    expect(text()).toContain('This key did nothing here');
    expect(text()).toContain('then press it again');
    expect(text()).not.toMatch(/scan/i);
  });

  test('is known by its source: with nobody listening it was not delivered', () => {
    const source = createScanSource<string>();
    expect(source.deliver('label')).toBe(false);
    const listener = vi.fn<(scanned: string) => void>();
    const stop = source.listen(listener);
    expect(source.deliver('label')).toBe(true);
    stop();
    expect(source.deliver('label')).toBe(false);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

describe('A key that a sheet stands before', () => {
  test('is refused as a key', () => {
    const source = createScanSource<Scan>();
    const refused = vi.fn<(why: Unheard) => void>();
    source.onTurnedAway(refused);
    const ran = vi.fn<(command: string) => void>();
    function Work() {
      useCommandKeys(ran);
      return null;
    }
    mount(
      <KeysProvider>
        <ScanFeed source={source}>
          <Work />
          <Sheet title="Sheet" isOpen onClose={vi.fn<() => void>()}>
            <p>asks</p>
          </Sheet>
        </ScanFeed>
      </KeysProvider>,
    );
    act(() => {
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9', bubbles: true }));
    });
    expect(refused).toHaveBeenCalledWith('key');
    expect(ran).not.toHaveBeenCalled();
  });
});

describe('A sheet over the work', () => {
  const aSheet = (takesScans: boolean) => (
    <Sheet title="Sheet" isOpen onClose={vi.fn<() => void>()} takesScans={takesScans}>
      <p>asks</p>
    </Sheet>
  );
  test('keeps scans from what lies behind it, unless they answer it', () => {
    expect(isSheetOpen(document)).toBe(false);
    const { show } = mount(aSheet(false));
    expect(isSheetOpen(document)).toBe(true);
    show(aSheet(true));
    expect(isSheetOpen(document)).toBe(false);
  });

  test('keeps command cards and their keys from it as well, but for those that answer it', () => {
    const isInTheWay = (command: string, by: 'card' | 'key' = 'card') =>
      isCardInTheWay(document, command, by);
    expect(isInTheWay('done')).toBe(false);
    const { show } = mount(aSheet(false));
    expect(isInTheWay('done')).toBe(true);
    expect(isInTheWay('undo', 'key')).toBe(true);
    expect(isInTheWay('hazard', 'key')).toBe(false);
    show(
      <Sheet title="Sheet" isOpen onClose={vi.fn<() => void>()} answers={['ok']}>
        <p>asks</p>
      </Sheet>,
    );
    expect(isInTheWay('ok')).toBe(false);
    expect(isInTheWay('done')).toBe(true);
    // One that takes scans hears the card itself, and no key.
    show(aSheet(true));
    expect(isInTheWay('done')).toBe(false);
    expect(isInTheWay('done', 'key')).toBe(true);
  });
});
