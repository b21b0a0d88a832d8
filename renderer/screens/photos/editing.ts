import {
  longestText,
  mostShapes,
  type Point,
  type Shape,
} from '../../../shared/facts/annotationFacts.ts';
import { assertNever } from '../../../shared/result.ts';

export type Tool = Shape['kind'];

/** A layer of marks while somebody draws it. */
export type Editing = {
  readonly shapes: readonly Shape[];
  readonly chosen: number | null;
  readonly tool: Tool;
  readonly past: readonly (readonly Shape[])[];
  readonly future: readonly (readonly Shape[])[];
  /** What happens at one go is undone at one go: letters of a text, a drag, arrows held down. */
  readonly going: string | null;
};

export type Edit =
  | { readonly kind: 'tool'; readonly tool: Tool }
  | { readonly kind: 'place'; readonly shape: Shape; readonly going: string | null }
  | { readonly kind: 'choose'; readonly place: number | null }
  /** The chosen one goes there as it is. */
  | { readonly kind: 'move'; readonly by: Point; readonly going: string | null }
  /** Its second end goes there, the first stays. */
  | { readonly kind: 'stretch'; readonly by: Point; readonly going: string | null }
  | { readonly kind: 'write'; readonly text: string }
  | { readonly kind: 'remove' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** The next one is undone by itself. */
  | { readonly kind: 'rest' };

const mostPast = 100;

export function begunWith(shapes: readonly Shape[]): Editing {
  return { shapes, chosen: null, tool: 'arrow', past: [], future: [], going: null };
}

/** In the middle, where somebody without a pointer begins. */
export function inTheMiddle(tool: Tool): Shape {
  return tool === 'text'
    ? { kind: 'text', at: { x: 0.4, y: 0.5 }, text: '' }
    : { kind: tool, from: { x: 0.4, y: 0.4 }, to: { x: 0.6, y: 0.6 } };
}

export function edited(now: Editing, edit: Edit): Editing {
  const chosen = now.chosen === null ? undefined : now.shapes[now.chosen];
  switch (edit.kind) {
    case 'tool':
      return { ...now, tool: edit.tool, going: null };
    case 'place':
      if (now.shapes.length >= mostShapes) return now;
      return {
        ...changed(now, [...now.shapes, edit.shape], edit.going),
        chosen: now.shapes.length,
        tool: edit.shape.kind,
      };
    case 'choose':
      return { ...now, chosen: edit.place, going: null };
    case 'move':
      return chosen ? put(now, moved(chosen, edit.by), edit.going) : now;
    case 'stretch':
      return chosen && chosen.kind !== 'text'
        ? put(now, { ...chosen, to: within(chosen.to, edit.by) }, edit.going)
        : now;
    case 'write':
      return chosen?.kind === 'text'
        ? put(now, { ...chosen, text: edit.text.slice(0, longestText) }, 'write')
        : now;
    case 'remove': {
      if (now.chosen === null) return now;
      const left = now.shapes.filter((_, place) => place !== now.chosen);
      const next = left.length === 0 ? null : Math.min(now.chosen, left.length - 1);
      return { ...changed(now, left, null), chosen: next };
    }
    case 'undo':
      return undone(now);
    case 'redo':
      return redone(now);
    case 'rest':
      return { ...now, going: null };
    default:
      return assertNever(edit);
  }
}

/** Fit to be recorded: no text without a word, nothing drawn as a mere dot, four places after the point. */
export function recordable(shapes: readonly Shape[]): readonly Shape[] {
  return shapes.flatMap((shape): readonly Shape[] => {
    if (shape.kind === 'text') {
      const text = shape.text.trim();
      return text === '' ? [] : [{ kind: 'text', at: rounded(shape.at), text }];
    }
    const { kind, from, to } = shape;
    const isDot = Math.hypot(to.x - from.x, to.y - from.y) < 0.01;
    return isDot ? [] : [{ kind, from: rounded(from), to: rounded(to) }];
  });
}

function undone(now: Editing): Editing {
  const before = now.past.at(-1);
  if (!before) return now;
  const [past, future] = [now.past.slice(0, -1), [now.shapes, ...now.future]];
  return { ...now, shapes: before, chosen: stillChosen(now, before), past, future, going: null };
}

function redone(now: Editing): Editing {
  const [next, ...future] = now.future;
  if (!next) return now;
  const past = [...now.past, now.shapes];
  return { ...now, shapes: next, chosen: stillChosen(now, next), past, future, going: null };
}

function put(now: Editing, shape: Shape, going: string | null): Editing {
  const shapes = now.shapes.map((one, place) => (place === now.chosen ? shape : one));
  return changed(now, shapes, going);
}

function changed(now: Editing, shapes: readonly Shape[], going: string | null): Editing {
  const isSame = going !== null && going === now.going;
  const past = isSame ? now.past : [...now.past, now.shapes].slice(-mostPast);
  return { ...now, shapes, past, future: [], going };
}

/** The next mark, or the one before; null: there is none further, and the focus goes on. */
export function stepped({ shapes, chosen }: Editing, by: 1 | -1): number | null {
  if (shapes.length === 0) return null;
  if (chosen === null) return by > 0 ? 0 : shapes.length - 1;
  const next = chosen + by;
  return next < 0 || next >= shapes.length ? null : next;
}

function stillChosen({ chosen }: Editing, shapes: readonly Shape[]): number | null {
  return chosen !== null && chosen < shapes.length ? chosen : null;
}

/** As far as the edge lets the whole of it go. */
function moved(shape: Shape, by: Point): Shape {
  if (shape.kind === 'text') return { ...shape, at: within(shape.at, by) };
  const { from, to } = shape;
  const free = (a: number, b: number, d: number) =>
    Math.min(1 - Math.max(a, b), Math.max(-Math.min(a, b), d));
  const real = { x: free(from.x, to.x, by.x), y: free(from.y, to.y, by.y) };
  return { ...shape, from: within(from, real), to: within(to, real) };
}

function within({ x, y }: Point, by: Point): Point {
  return { x: share(x + by.x), y: share(y + by.y) };
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x * 10_000) / 10_000, y: Math.round(y * 10_000) / 10_000 };
}
