import { expect, test } from 'vitest';
import { askOf } from '../../../../renderer/queries/deskQueue/askOf.ts';
import type { DeskFigures } from '../../../../renderer/storage/rows.ts';
import { personId } from '../../../builders/cases/ids.ts';

const [me, other, inspector] = [personId('me'), personId('other'), personId('ivan')];

const figures = (part: Partial<DeskFigures>): DeskFigures => ({
  wants: 'decision',
  signed: [],
  asks: null,
  isAnew: false,
  received: [],
  inspected: [inspector],
  reasons: [],
  carriers: [],
  ...part,
});
const asked = (part: Partial<DeskFigures>, hasQuestion = false) =>
  askOf({ desk: figures(part), hasQuestion, state: 'verdictProposed' }, me);

test.each([
  ['a verdict', {}, 'decide', true],
  ['a first signature of mine', { wants: 'second', signed: [me] }, 'secondOther', false],
  [
    'mine over papers that changed',
    { wants: 'second', signed: [me], isAnew: true },
    'second',
    true,
  ],
  ['a first signature of another', { wants: 'second', signed: [other] }, 'second', true],
  ['two that contradict', { wants: 'agreement', signed: [me, other] }, 'disagreement', true],
  ['inspections that do', { wants: 'choice' }, 'disagreement', true],
  ['what I inspected', { inspected: [me] }, 'inspected', false],
  [
    'what I received, though two disagree',
    { wants: 'agreement', received: [me] },
    'received',
    false,
  ],
  ['a hold', { wants: 'release' }, 'onHold', false],
  ['what was sent back', { wants: 'bench', signed: [other] }, 'sentBack', false],
  ['what was declined, with more goods here', { wants: 'more' }, 'moreCame', false],
  ['what is decided', { wants: 'nothing' }, 'toSend', false],
] as const)('of %s', (_, part, kind, isMine) => {
  expect(asked(part)).toMatchObject({ kind, isMine });
});

test('an open question is asked for, and whoever it comes from is named', () => {
  expect(asked({}, true)).toMatchObject({ kind: 'question', who: [inspector] });
  expect(asked({ wants: 'second', signed: [other] })).toMatchObject({ who: [other] });
});

test('a refund at central waits there', () => {
  const ask = askOf(
    { desk: figures({ wants: 'nothing' }), hasQuestion: false, state: 'refundDue' },
    me,
  );
  expect(ask).toMatchObject({ kind: 'central', isMine: false });
});

test('who is asked by name for the second signature is said, and nobody else is kept from giving it', () => {
  expect(asked({ wants: 'second', signed: [other], asks: me })).toMatchObject({
    isMine: true,
    who: [other],
    asked: me,
  });
  expect(asked({ wants: 'second', signed: [other], asks: inspector })).toMatchObject({
    isMine: true,
    asked: inspector,
  });
  expect(asked({ wants: 'second', signed: [me], asks: other })).toMatchObject({
    kind: 'secondOther',
    isMine: false,
    asked: other,
  });
});
