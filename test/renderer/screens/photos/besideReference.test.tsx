import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { KeysProvider } from '../../../../renderer/components/generic/keys/KeysProvider.tsx';
import { BesideReference } from '../../../../renderer/screens/photos/BesideReference.tsx';
import { mount, must, press, pressKey } from '../../components/mount.tsx';

vi.mock('../../../../renderer/queries/oneCase/photoUrl.ts', () => ({
  usePhotoUrl: (sha256: string) => `blob:${sha256}`,
}));

const crack = { sha256: 'a', caption: 'Crack at the flange' };
const plate = { sha256: 'b', caption: 'Type plate' };

/** The camera shows how closely it is looked at. */
function beside(pictures = [crack, plate], drawing: string | null = 'DR-114 rev C') {
  return mount(
    <KeysProvider>
      <BesideReference pictures={pictures} drawing={drawing}>
        {({ scale, x }) => <p>{`camera ${scale.toFixed(2)} at ${x.toFixed(2)}`}</p>}
      </BesideReference>
    </KeysProvider>,
  );
}

const frame = () => document.querySelector('[role="application"]');
const button = (name: string) =>
  must(document.querySelector<HTMLElement>(`[aria-label="${name}"]`));

/** No letter by itself: those seek a defect. */
function pressBeside(): void {
  const pressed = { key: 'r', code: 'KeyR', altKey: true, bubbles: true, cancelable: true };
  act(() => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', pressed));
  });
}

test('one key puts the client’s picture beside the camera, and takes it away', () => {
  const { text } = beside();
  expect(text()).toContain('Sample or drawing: DR-114 rev C');
  pressBeside();
  expect(frame()?.textContent).toContain('Crack at the flange');
  press(button('Next picture'));
  expect(frame()?.textContent).toContain('Type plate');
  pressBeside();
  expect(frame()).toBeNull();
});

test('both are looked at as closely and at the same point, by keys too; alone the camera is whole again', () => {
  const { text } = beside();
  pressBeside();
  press(button('Closer'));
  expect(text()).toContain('camera 1.50 at 0.50');
  pressKey(must(frame()), 'ArrowRight');
  expect(text()).toContain('camera 1.50 at 0.67');
  pressKey(must(frame()), '-');
  expect(text()).toContain('camera 1.00 at 0.50');
  pressKey(must(frame()), '+');
  pressBeside();
  expect(text()).toContain('camera 1.00');
});

test('where the client sent no picture there is nothing to compare with, and the key does nothing', () => {
  const { text } = beside([], null);
  pressBeside();
  expect(frame()).toBeNull();
  expect(text()).toBe('camera 1.00 at 0.50');
});
