import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import { fieldsOf } from '../../renderer/office/form/shape.ts';
import { officeCatalogues, officeEnglish } from '../../renderer/office/wording/officeCatalogues.ts';
import { english } from '../../renderer/wording/catalogues.ts';
import { officeKinds } from '../../shared/office/kinds.ts';

const ids = Object.keys(officeEnglish).toSorted();

test('central’s page says nothing under an id of the station', () => {
  expect(ids.filter((id) => Object.hasOwn(english, id))).toEqual([]);
});

test.each(Object.entries(officeCatalogues))(
  'central’s page says everything in %s, with the placeholders of English',
  (_, catalogue) => {
    expect(Object.keys(catalogue).toSorted()).toEqual(ids);
    const said = new Map<string, string>(Object.entries(catalogue));
    const differing = Object.entries(officeEnglish).filter(
      ([id, message]) => namesIn(said.get(id) ?? '') !== namesIn(message),
    );
    expect(differing).toEqual([]);
  },
);

test('every field of every kind has a name, and every choice a word', () => {
  const known = new Set([...ids, ...Object.keys(english)]);
  const nameless: string[] = [];
  const walk = (kind: string, fields: ReturnType<typeof fieldsOf>) => {
    for (const { name, shape } of fields) {
      if (
        !known.has(`field.${kind}.${name}`) &&
        !known.has(`field.${name}`) &&
        !known.has(`clause.${name}`)
      )
        nameless.push(name);
      if (shape.kind === 'group') walk(kind, shape.fields);
      if (shape.kind === 'list' && shape.of.kind === 'group') walk(kind, shape.of.fields);
    }
  };
  for (const kind of officeKinds) walk(kind, fieldsOf(kind));
  expect(nameless).toEqual([]);
});

function namesIn(message: string): string {
  const names = compileMessageOrThrow(message).map((token) =>
    typeof token === 'string' ? '' : token[0],
  );
  return [...new Set(names)].toSorted().join(' ');
}
