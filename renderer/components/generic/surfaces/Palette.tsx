import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { classesOf } from '../classesOf.ts';
import { Icon } from '../marks/Icon.tsx';
import styles from './Palette.module.css';

const css = classesOf(styles);

export type PaletteGroup = {
  readonly key: string;
  readonly title: string;
  readonly items: readonly PaletteItem[];
};
type PaletteItem = {
  readonly key: string;
  readonly shown: ReactNode;
};

/**
 * Everything by its name: as one types the list below changes, and its first line is what Enter chooses,
 * however the text came there (the component library marks it after a letter alone, not after a scan or
 * what was pasted). Whoever presses Enter before the list answers what is written chooses once it does.
 */
export function Palette(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly groups: readonly PaletteGroup[];
  /** The groups answer this text. */
  readonly isCurrent: boolean;
  readonly onChoose: (key: string) => void;
  /** In place of a list. */
  readonly empty: ReactNode;
  /** Below it, said aloud when it changes. */
  readonly note: ReactNode;
}): ReactNode {
  const { groups, isCurrent, onChoose, text } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [moved, setMoved] = useState<{ readonly in: string; readonly to: string } | null>(null);
  /** The text Enter was pressed under, before it was answered. */
  const awaited = useRef<string | null>(null);
  const items = groups.flatMap((group) => group.items);
  const at = moved?.in === text ? items.findIndex(({ key }) => key === moved.to) : -1;
  const marked = items[Math.max(at, 0)]?.key;
  const idOf = (key: string) => `${id}-${items.findIndex((one) => one.key === key)}`;

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (marked !== undefined)
      document.getElementById(`${id}-${Math.max(at, 0)}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [id, at, marked]);
  const latest = useRef(onChoose);
  useEffect(() => {
    latest.current = onChoose;
  });
  useEffect(() => {
    if (!isCurrent || awaited.current !== text) return;
    awaited.current = null;
    if (marked !== undefined) latest.current(marked);
  }, [isCurrent, text, marked]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    const step = steps[event.key];
    if (step !== undefined) {
      const next = items[Math.min(Math.max(Math.max(at, 0) + step, 0), items.length - 1)];
      if (next) setMoved({ in: text, to: next.key });
    } else if (event.key === 'Enter') {
      // A key may come before the letter it follows is drawn.
      const written = field.current?.value ?? text;
      if (!isCurrent || written !== text) awaited.current = written;
      else if (marked !== undefined) onChoose(marked);
    } else return;
    event.preventDefault();
  }

  return (
    <>
      <div className={css('field')}>
        <Icon name="search" />
        <input
          ref={field}
          className={css('input')}
          role="combobox"
          data-looks-up=""
          aria-label={props.label}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(marked !== undefined && { 'aria-activedescendant': idOf(marked) })}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={mostCharacters}
          placeholder={props.placeholder}
          value={text}
          onChange={(event) => props.onText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {items.length === 0 ? (
        <div className={css('empty')} aria-busy={!isCurrent}>
          {props.empty}
        </div>
      ) : (
        <div
          id={`${id}-list`}
          className={css('list')}
          role="listbox"
          aria-label={props.label}
          aria-busy={!isCurrent}
        >
          {groups.map(({ key, title, items: own }) => (
            <div key={key} className={css('group')} role="group" aria-label={title}>
              <p className={css('title')} aria-hidden>
                {title}
              </p>
              {own.map((item) => (
                // The keys are heard by the field, which keeps the focus.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
                <div
                  key={item.key}
                  id={idOf(item.key)}
                  className={css('item')}
                  role="option"
                  aria-selected={item.key === marked}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => onChoose(item.key)}
                >
                  {item.shown}
                </div>
              ))}
            </div>
          ))}
        </div>
      )}
      <p className={css('note')} role="status">
        {props.note}
      </p>
    </>
  );
}

const mostCharacters = 100;
const aPage = 8;
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: aPage,
  PageUp: -aPage,
};
