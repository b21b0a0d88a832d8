import { expect, test } from 'vitest';
import {
  begunWith,
  type Edit,
  edited,
  inTheMiddle,
  recordable,
  stepped,
} from '../../../../renderer/screens/photos/editing.ts';
import { isEnd, markAt } from '../../../../renderer/screens/photos/markAt.ts';

const place = (tool: 'arrow' | 'box' | 'circle' | 'text'): Edit => ({
  kind: 'place',
  shape: inTheMiddle(tool),
  going: null,
});
const after = (...edits: readonly Edit[]) => edits.reduce(edited, begunWith([]));
const right = { x: 0.05, y: 0 };

test('each act is undone by itself, a drag as one, and what was undone can be done again', () => {
  const drawn = after(
    place('box'),
    { kind: 'move', by: right, going: 'drag 1' },
    { kind: 'move', by: right, going: 'drag 1' },
    { kind: 'rest' },
  );
  expect(recordable(drawn.shapes)).toMatchObject([{ from: { x: 0.5 }, to: { x: 0.7 } }]);
  const undone = edited(drawn, { kind: 'undo' });
  expect(undone.shapes).toEqual([inTheMiddle('box')]);
  expect(edited(undone, { kind: 'redo' }).shapes).toEqual(drawn.shapes);
  expect(edited(undone, { kind: 'undo' }).shapes).toEqual([]);
});

test('a mark goes no further than the edge, whole', () => {
  const far = after(place('arrow'), { kind: 'move', by: { x: 9, y: -9 }, going: null });
  expect(far.shapes[0]).toMatchObject({ from: { x: 0.8, y: 0 }, to: { x: 1 } });
  const long = after(place('arrow'), { kind: 'stretch', by: { x: 9, y: 9 }, going: null });
  expect(long.shapes[0]).toMatchObject({ from: { x: 0.4 }, to: { x: 1, y: 1 } });
});

test('the next mark is chosen until there is none, and the one after a removed one', () => {
  const two = after(place('box'), place('circle'));
  expect(stepped({ ...two, chosen: null }, 1)).toBe(0);
  expect(stepped({ ...two, chosen: 0 }, 1)).toBe(1);
  expect(stepped(two, 1)).toBeNull();
  expect(stepped(begunWith([]), 1)).toBeNull();
  const left = edited({ ...two, chosen: 0 }, { kind: 'remove' });
  expect(left).toMatchObject({ shapes: [{ kind: 'circle' }], chosen: 0 });
});

test('forty marks are the most, and letters beyond eighty are not taken', () => {
  const full = after(...Array.from({ length: 45 }, () => place('box')));
  expect(full.shapes).toHaveLength(40);
  const text = after(place('text'), { kind: 'write', text: 'w'.repeat(200) });
  expect(text.shapes[0]).toMatchObject({ text: 'w'.repeat(80) });
});

test('a text without a word and a mere dot are not recorded', () => {
  const dot = { x: 0.3, y: 0.3 };
  expect(
    recordable([inTheMiddle('text'), { kind: 'arrow', from: dot, to: dot }, inTheMiddle('box')]),
  ).toEqual([inTheMiddle('box')]);
  const third = { kind: 'text', at: { x: 1 / 3, y: 0.5 }, text: ' Crack ' } as const;
  expect(recordable([third])).toEqual([{ kind: 'text', at: { x: 0.3333, y: 0.5 }, text: 'Crack' }]);
});

test('a press hits the mark drawn last, and the end of an arrow stretches it', () => {
  const shapes = [inTheMiddle('box'), inTheMiddle('arrow')];
  expect(markAt(shapes, { x: 0.5, y: 0.5 })).toBe(1);
  expect(markAt(shapes, { x: 0.42, y: 0.58 })).toBe(0);
  expect(markAt(shapes, { x: 0.9, y: 0.9 })).toBeNull();
  expect(isEnd(shapes[1], { x: 0.61, y: 0.6 })).toBe(true);
  expect(isEnd(shapes[1], { x: 0.5, y: 0.5 })).toBe(false);
});
