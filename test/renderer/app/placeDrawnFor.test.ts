import { describe, expect, test } from 'vitest';
import { placeDrawnFor } from '../../../renderer/session/session.ts';
import { ivan, sara } from '../../builders/station/aLoneStation.ts';

describe('A station is drawn', () => {
  test('for where whoever is at work works', () => {
    expect(placeDrawnFor({ person: sara, mode: 'desk', dock: 'D1' })).toBe('desk');
    expect(placeDrawnFor({ person: ivan, mode: 'bench', dock: '' })).toBe('bench');
  });

  test.each(['dock', 'bench', 'desk'] as const)(
    'while nobody is, for where it stands, though somebody worked at the %s before',
    (mode) => {
      expect(placeDrawnFor({ person: null, mode, dock: 'D1' })).toBe('dock');
      expect(placeDrawnFor({ person: null, mode, dock: null })).toBe('dock');
      expect(placeDrawnFor({ person: null, mode, dock: '' })).toBe('bench');
    },
  );
});
