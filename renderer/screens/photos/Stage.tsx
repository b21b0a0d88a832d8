import { type KeyboardEvent, type PointerEvent, type ReactNode, type Ref, useRef } from 'react';
import type { Point, Shape } from '../../../shared/facts/annotationFacts.ts';
import { type PictureSize, pixelOf } from '../../components/returns/annotations/geometry.ts';
import { Shapes } from '../../components/returns/annotations/Shapes.tsx';
import { type Edit, type Editing, inTheMiddle, stepped, type Tool } from './editing.ts';
import { isEnd, markAt } from './markAt.ts';
import styles from './PhotoSheet.module.css';

const tools: Readonly<Record<string, Tool>> = { a: 'arrow', b: 'box', c: 'circle', t: 'text' };
const ways: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** Shares of the picture: a step, and a fine one with Alt. */
const nudge = 0.01;
const fineNudge = 0.002;

/** The picture one draws on: by pointer, by touch, and by keys while it has the focus. */
export function Stage({
  ref,
  ...props
}: {
  readonly ref: Ref<HTMLDivElement>;
  readonly url: string | undefined;
  readonly name: string;
  readonly keysId: string;
  readonly size: PictureSize;
  readonly editing: Editing;
  readonly edit: (edit: Edit) => void;
  /** A text wants its words. */
  readonly onWrite: () => void;
}): ReactNode {
  const { editing, edit, size } = props;
  const drag = useRef<{ readonly what: 'move' | 'stretch'; at: Point; readonly id: string } | null>(
    null,
  );
  const drags = useRef(0);

  function begin(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0) return;
    const at = pointOf(event);
    const chosen = editing.chosen === null ? undefined : editing.shapes[editing.chosen];
    const hit = markAt(editing.shapes, at);
    drags.current += 1;
    const id = `drag ${drags.current}`;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    if (isEnd(chosen, at)) {
      drag.current = { what: 'stretch', at, id };
    } else if (hit !== null) {
      edit({ kind: 'choose', place: hit });
      drag.current = { what: 'move', at, id };
    } else if (editing.tool === 'text') {
      edit({ kind: 'place', shape: { kind: 'text', at, text: '' }, going: null });
      event.preventDefault();
      props.onWrite();
    } else {
      edit({ kind: 'place', shape: { kind: editing.tool, from: at, to: at }, going: id });
      drag.current = { what: 'stretch', at, id };
    }
  }

  function goOn(event: PointerEvent<HTMLDivElement>): void {
    if (!drag.current) return;
    const at = pointOf(event);
    const by = { x: at.x - drag.current.at.x, y: at.y - drag.current.at.y };
    drag.current.at = at;
    edit({ kind: drag.current.what, by, going: drag.current.id });
  }

  function end(): void {
    if (drag.current) edit({ kind: 'rest' });
    drag.current = null;
  }

  function press(event: KeyboardEvent<HTMLDivElement>): void {
    if (act(event)) {
      event.preventDefault();
      // Neither what holds the focus in the sheet nor a key of the page hears it.
      event.stopPropagation();
    }
  }

  /** Whether the key meant something here. */
  function act(event: KeyboardEvent<HTMLDivElement>): boolean {
    const { key } = event;
    const isControl = event.ctrlKey || event.metaKey;
    if (isControl) {
      const isUndo = key.toLowerCase() === 'z' && !event.shiftKey;
      const isRedo = key.toLowerCase() === 'y' || (key.toLowerCase() === 'z' && event.shiftKey);
      if (isUndo || isRedo) edit({ kind: isUndo ? 'undo' : 'redo' });
      return isUndo || isRedo;
    }
    const way = ways[key];
    if (way && editing.chosen !== null) {
      const far = event.altKey ? fineNudge : nudge;
      const what = event.shiftKey ? 'stretch' : 'move';
      edit({ kind: what, by: { x: way.x * far, y: way.y * far }, going: `${what} ${key}` });
      return true;
    }
    if (key === 'Tab') {
      const next = stepped(editing, event.shiftKey ? -1 : 1);
      edit({ kind: 'choose', place: next });
      return next !== null;
    }
    if (key === 'Delete' || key === 'Backspace') {
      edit({ kind: 'remove' });
      return true;
    }
    const chosen = editing.chosen === null ? undefined : editing.shapes[editing.chosen];
    if (key === 'Enter' && chosen?.kind === 'text') {
      props.onWrite();
      return true;
    }
    const tool = key === 'Enter' && !chosen ? editing.tool : tools[key.toLowerCase()];
    if (!tool || event.altKey) return false;
    edit({ kind: 'place', shape: inTheMiddle(tool), going: null });
    if (tool === 'text') props.onWrite();
    return true;
  }

  const chosen = editing.chosen === null ? undefined : editing.shapes[editing.chosen];
  return (
    // An application of its own (WAI-ARIA), with a list in words beside it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={ref}
      className={styles['stage']}
      style={{
        aspectRatio: `${size.width} / ${size.height}`,
        maxInlineSize: `calc(62vh * ${size.width / size.height})`,
      }}
      role="application"
      aria-label={props.name}
      aria-describedby={props.keysId}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={begin}
      onPointerMove={goOn}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <svg className={styles['picture']} viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden>
        {props.url && <image href={props.url} width={size.width} height={size.height} />}
        <Shapes shapes={editing.shapes.map(asDrawn)} size={size} chosen={editing.chosen} />
        {chosen && chosen.kind !== 'text' && <Handle at={pixelOf(chosen.to, size)} size={size} />}
      </svg>
    </div>
  );
}

function Handle(props: { readonly at: Point; readonly size: PictureSize }): ReactNode {
  const radius = Math.min(props.size.width, props.size.height) * 0.014;
  return <circle className={styles['handle']} cx={props.at.x} cy={props.at.y} r={radius} />;
}

/** A text that has no word yet is seen all the same. */
function asDrawn(shape: Shape): Shape {
  return shape.kind === 'text' && shape.text === '' ? { ...shape, text: '…' } : shape;
}

function pointOf(event: PointerEvent<HTMLDivElement>): Point {
  const frame = event.currentTarget.getBoundingClientRect();
  const share = (value: number, length: number) =>
    length === 0 ? 0 : Math.min(1, Math.max(0, value / length));
  return {
    x: share(event.clientX - frame.left, frame.width),
    y: share(event.clientY - frame.top, frame.height),
  };
}
