import { expect, test } from 'vitest';
import { inTheWay } from '../../../renderer/app/frame/inTheWay.ts';

const trouble = (kind: 'offline' | 'storage' | 'busy' | 'refused' | 'unreadable') => ({
  reached: kind !== 'offline',
  trouble: { kind, code: null, detail: '' },
});

test('nobody is called online through whom nothing goes', () => {
  expect(inTheWay({ reached: true, trouble: null })).toBe(null);
  expect(inTheWay(trouble('offline'))).toBe(null);
  expect(inTheWay(trouble('storage'))).toBe('bar.storage');
  expect(inTheWay(trouble('busy'))).toBe('bar.busy');
  for (const kind of ['refused', 'unreadable'] as const)
    expect(inTheWay(trouble(kind))).toBe('bar.refusing');
});

test('who answers in central’s place is named before anything else', () => {
  const stranger = { kind: 'unreadable', code: null, detail: '', isStranger: true } as const;
  expect(inTheWay({ reached: false, trouble: stranger })).toBe('bar.captive');
  const odd = { kind: 'offline', code: null, detail: 'answer not understood' } as const;
  expect(inTheWay({ reached: false, trouble: odd })).toBe('bar.captive');
});
