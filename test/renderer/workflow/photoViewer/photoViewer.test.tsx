import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KeysProvider } from '../../../../renderer/components/generic/keys/KeysProvider.tsx';
import { PhotoViewer } from '../../../../renderer/workflow/photoViewer/PhotoViewer.tsx';
import type { Shown } from '../../../../renderer/workflow/photoViewer/pairPhotos.ts';
import { mount, must } from '../../components/mount.tsx';

vi.mock('../../../../renderer/queries/oneCase/photoUrl.ts', () => ({
  usePhotoUrl: (sha256: string) => `/${sha256}`,
}));
const sized = (name: 'clientWidth' | 'clientHeight', px: number) =>
  vi.spyOn(HTMLElement.prototype, name, 'get').mockReturnValue(px);
beforeEach(() => {
  sized('clientWidth', 400);
  sized('clientHeight', 300);
});
afterEach(() => vi.restoreAllMocks());

const theirs: readonly Shown[] = [{ sha256: 'crack', caption: 'Crack' }];
const ours: readonly Shown[] = [
  { sha256: 'label', caption: 'Label', shot: 'label' },
  { sha256: 'close', caption: 'Defect close up', shot: 'defectCloseUp' },
];

function opened() {
  mount(
    <KeysProvider>
      <PhotoViewer
        theirs={theirs}
        ours={ours}
        opened={{ side: 'theirs', place: 0 }}
        onClose={() => {}}
      />
    </KeysProvider>,
  );
  const pictures = () => [...document.querySelectorAll<HTMLImageElement>('[role="dialog"] img')];
  const load = () =>
    act(() => {
      for (const picture of pictures()) {
        Object.defineProperty(picture, 'naturalWidth', { value: 1600, configurable: true });
        Object.defineProperty(picture, 'naturalHeight', { value: 1200, configurable: true });
        picture.dispatchEvent(new Event('load', { bubbles: false }));
      }
    });
  const key = (pressed: string, held: KeyboardEventInit = {}) =>
    act(() => void window.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, ...held })));
  const lies = () =>
    pictures().map(({ style }) => `${style.inlineSize || style.width} ${style.transform}`);
  load();
  return { pictures, load, key, lies };
}

test('the client’s crack opens beside our crack, and arrows walk through the pairs', () => {
  const { pictures, key } = opened();
  const alts = () => pictures().map(({ alt }) => alt);
  expect(alts()).toEqual(['Crack', 'Defect close up']);
  key('ArrowRight');
  expect(alts()).toEqual(['Label']);
  expect(document.body.textContent).toContain('No photo of this kind from the client');
  key('ArrowRight');
  expect(alts()).toEqual(['Crack', 'Defect close up']);
});

test('both are looked at as closely and at the same point, by keys', () => {
  const { key, lies } = opened();
  const before = lies();
  key('z');
  const near = lies();
  expect(near[0]).not.toBe(before[0]);
  expect(near[1]).toBe(near[0]);
  key('ArrowRight', { shiftKey: true });
  const movedTo = lies();
  expect(movedTo[0]).not.toBe(near[0]);
  expect(movedTo[1]).toBe(movedTo[0]);
  key('z');
  expect(lies()).toEqual(before);
});

test('a wheel zooms at the pointer on both sides, and the page behind stays', () => {
  const { pictures, lies } = opened();
  const frame = must(pictures()[0]?.parentElement);
  const wheel = new WheelEvent('wheel', { deltaY: -600, clientX: 0, clientY: 0, cancelable: true });
  act(() => void frame.dispatchEvent(wheel));
  expect(wheel.defaultPrevented).toBe(true);
  expect(lies()[0]).toMatch(/translate\(0px\)/);
  expect(lies()[1]).toBe(lies()[0]);
});

test('a press looks closer where it was, and once more at the whole', () => {
  const { pictures, lies } = opened();
  const before = lies();
  const frame = must(pictures()[1]?.parentElement);
  const press = () =>
    act(() => {
      for (const type of ['pointerdown', 'pointerup'])
        frame.dispatchEvent(new MouseEvent(type, { clientX: 400, clientY: 300 }));
    });
  press();
  expect(lies()[0]).toMatch(/translate\(-720px, -540px\)/);
  press();
  expect(lies()).toEqual(before);
});
