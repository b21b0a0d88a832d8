import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  type RefCallback,
  type RefObject,
  useCallback,
} from 'react';
import { classesOf } from '../classesOf.ts';
import styles from './RowList.module.css';

const css = classesOf(styles);

export type RowActs = {
  readonly reached: (index: number) => void;
  readonly keyDown: (event: KeyboardEvent) => void;
  readonly open: (index: number) => void;
};

type Props<Row> = {
  readonly row: Row;
  readonly draw: (row: Row, isChosen: boolean) => ReactNode;
  readonly words: string;
  readonly index: number;
  /** From the start of the list, in CSS pixels. */
  readonly start: number;
  readonly isStop: boolean;
  readonly isChosen: boolean;
  /** By index, of those that are drawn. */
  readonly elements: RefObject<Map<number, HTMLElement>>;
  readonly measureRef: (element: HTMLElement | null) => void;
  readonly acts: RowActs;
};

function Drawn<Row>(props: Props<Row>): ReactNode {
  const { acts, elements, index, measureRef, start } = props;
  const ref: RefCallback<HTMLElement> = useCallback(
    (element) => {
      measureRef(element);
      if (!element) return undefined;
      const known = elements.current;
      known.set(index, element);
      return () => {
        if (known.get(index) === element) known.delete(index);
        measureRef(null);
      };
    },
    [elements, index, measureRef],
  );
  return (
    <div
      ref={ref}
      className={css('row')}
      style={{
        position: 'absolute',
        insetBlockStart: 0,
        insetInline: 0,
        transform: `translateY(${start}px)`,
      }}
      data-index={index}
      data-first={index === 0 || undefined}
      role="row"
      aria-label={props.words}
      aria-rowindex={index + 1}
      tabIndex={props.isStop ? 0 : -1}
      onFocus={() => acts.reached(index)}
      onKeyDown={acts.keyDown}
      onClick={() => acts.open(index)}
    >
      <div
        className={css('inside')}
        role="gridcell"
        aria-colindex={1}
        data-chosen={props.isChosen || undefined}
      >
        {props.draw(props.row, props.isChosen)}
      </div>
    </div>
  );
}

/** A row of a list, drawn again only where something of it changed: not because the list is scrolled. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `memo` forgets that it is generic
export const DrawnOnce = memo(Drawn) as typeof Drawn;
