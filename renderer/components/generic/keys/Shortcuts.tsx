import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { KeyName } from './KeyHint.tsx';

export type Shortcut = { readonly keys: readonly KeyName[]; readonly says: string };
type Lists = ReadonlyMap<string, readonly Shortcut[]>;
type Board = {
  readonly shown: readonly Shortcut[];
  readonly put: (id: string, shortcuts: readonly Shortcut[] | null) => void;
};

const ShortcutBoard = createContext<Board | null>(null);

/** Collects the keys of whatever is on screen, for the sheet that `?` opens. */
export function ShortcutsProvider(props: { readonly children: ReactNode }): ReactNode {
  const [lists, setLists] = useState<Lists>(new Map());
  const board = useMemo<Board>(
    () => ({
      shown: [...lists.values()].flat(),
      put: (id, shortcuts) => setLists((before) => withList(before, id, shortcuts)),
    }),
    [lists],
  );
  return <ShortcutBoard value={board}>{props.children}</ShortcutBoard>;
}

/** The same map when nothing changed, so that telling it again costs nothing. */
function withList(before: Lists, id: string, shortcuts: readonly Shortcut[] | null): Lists {
  const known = before.get(id) ?? null;
  if (JSON.stringify(known) === JSON.stringify(shortcuts)) return before;
  const after = new Map(before);
  if (shortcuts) after.set(id, shortcuts);
  else after.delete(id);
  return after;
}

/** Tells the sheet which keys this part of the screen listens to; the listening is its own business. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const id = useId();
  const put = useContext(ShortcutBoard)?.put;
  const latestPut = useRef(put);
  useEffect(() => {
    latestPut.current = put;
    put?.(id, shortcuts);
  });
  useEffect(() => () => latestPut.current?.(id, null), [id]);
}

export function useShownShortcuts(): readonly Shortcut[] {
  return useContext(ShortcutBoard)?.shown ?? [];
}
