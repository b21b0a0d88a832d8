import { expect, test, vi } from 'vitest';
import { ScanBand } from '../../../renderer/components/returns/ScanBand.tsx';
import { mount, must, press } from './mount.tsx';

const counted = { tone: 'success', word: 'Counted', item: 'Ball valve DN 50' } as const;
const refused = { tone: 'error', word: 'Not readable', item: '40123' } as const;

test('success and warning are announced politely, in a region that was there before', () => {
  const { page, show } = mount(<ScanBand feedback={null} />);
  const region = must(page.querySelector('[role="status"]'));
  show(<ScanBand feedback={counted} />);
  expect(page.querySelector('[role="status"]')).toBe(region);
  expect(region.textContent).toBe('CountedBall valve DN 50');
  show(<ScanBand feedback={{ ...counted, tone: 'warning', word: 'Already counted' }} />);
  expect(region.textContent).toContain('Already counted');
});

test('an error interrupts, and nothing is said twice', () => {
  const { page, show } = mount(<ScanBand feedback={null} />);
  const region = must(page.querySelector('[role="alert"]'));
  show(<ScanBand feedback={refused} />);
  expect(region.textContent).toBe('Not readable40123');
  expect(must(page.querySelector('[role="status"]')).textContent).toBe('');
});

test('only an error has to be acknowledged, by one button that never has focus by itself', () => {
  const onAcknowledge = vi.fn<() => void>();
  const { page, show } = mount(<ScanBand feedback={counted} onAcknowledge={onAcknowledge} />);
  expect(page.querySelector('button')).toBeNull();
  show(<ScanBand feedback={refused} onAcknowledge={onAcknowledge} />);
  const button = must(page.querySelector('button'));
  expect(document.activeElement).not.toBe(button);
  press(button);
  expect(onAcknowledge).toHaveBeenCalledOnce();
});
