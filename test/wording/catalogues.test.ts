import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import { catalogues, english, type WordingId } from '../../renderer/wording/catalogues.ts';
import { pseudoMessage } from '../../renderer/wording/pseudoMessage.ts';
import { areas } from './areas.ts';

const ids = Object.keys(english).toSorted();
const translations = Object.entries(catalogues).filter(([language]) => language !== 'en');

test('no two areas use the same id', () => {
  const all = areas.flatMap((area) => Object.keys(area));
  expect(all.toSorted()).toEqual(ids);
});

test.each(translations)('%s says everything English says, and nothing else', (_, catalogue) => {
  expect(Object.keys(catalogue).toSorted()).toEqual(ids);
});

test.each(translations)('%s uses the placeholders and choices of English', (_, catalogue) => {
  const differing = ids.filter((id) => {
    const translated = catalogue[id as WordingId];
    const original = english[id as WordingId];
    return translated !== undefined && shapeOf(translated) !== shapeOf(original);
  });
  expect(differing).toEqual([]);
});

test.each(Object.entries(catalogues))('every message of %s is well formed', (_, catalogue) => {
  for (const message of Object.values(catalogue)) {
    expect(() => compileMessageOrThrow(message)).not.toThrow();
    expect(message.trim()).not.toBe('');
    expect(message).not.toContain("'");
  }
});

test('the invented language keeps every placeholder and changes every sentence', () => {
  for (const message of Object.values(english)) {
    expect(shapeOf(pseudoMessage(message))).toBe(shapeOf(message));
    expect(pseudoMessage(message)).not.toBe(message);
  }
});

/** The names a message takes, and the cases of its `select`s; plural forms differ by language. */
function shapeOf(message: string): string {
  const names: string[] = [];
  const walk = (tokens: ReturnType<typeof compileMessageOrThrow>) => {
    for (const token of tokens) {
      if (typeof token === 'string') continue;
      const [name, type, choices] = token;
      names.push(type === 'select' ? `${name}:${keysOf(choices).join('|')}` : name);
      if (choices !== null && typeof choices === 'object')
        for (const form of Object.values(choices)) if (Array.isArray(form)) walk(form);
    }
  };
  walk(compileMessageOrThrow(message));
  return [...new Set(names)].toSorted().join(' ');
}

function keysOf(choices: unknown): readonly string[] {
  return choices !== null && typeof choices === 'object'
    ? Object.entries(choices).flatMap(([key, form]) => (Array.isArray(form) ? [key] : []))
    : [];
}
