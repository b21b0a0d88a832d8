import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { isMeant, type KeyId, keyIds, keys, saidBy } from './keys.ts';

/** What each key does here, told what it says (nothing where it is pressed by name); null: nothing at the moment. */
export type Heard = { readonly [Id in KeyId]?: ((key: string) => void) | null };
type Part = { readonly heard: Heard; readonly refused: Heard };
type Board = {
  readonly put: (id: string, part: Part | null) => void;
  readonly press: (id: KeyId) => void;
};

const KeyBoard = createContext<Board | null>(null);
/** Apart from the board, which is the same for good: whoever only does something with keys is not drawn by it. */
const ShownKeys = createContext<readonly KeyId[]>([]);

/** Hears every declared key at the window and hands it to whatever on screen does something with it. */
export function KeysProvider(props: { readonly children: ReactNode }): ReactNode {
  const parts = useRef(new Map<string, Part>());
  const [shown, show] = useState<readonly KeyId[]>([]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => dispatch([...parts.current.values()], event);
    // Before what has the focus: a key that is used up must not reach it.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
  const board = useMemo<Board>(
    () => ({
      put(id, part) {
        if (part) parts.current.set(id, part);
        else parts.current.delete(id);
        const now = shownBy([...parts.current.values()]);
        show((before) => (String(before) === String(now) ? before : now));
      },
      press(id) {
        const latest = [...parts.current.values()].findLast(({ heard }) => heard[id]);
        latest?.heard[id]?.('');
      },
    }),
    [],
  );
  return (
    <KeyBoard value={board}>
      <ShownKeys value={shown}>{props.children}</ShownKeys>
    </KeyBoard>
  );
}

/** What came on screen last hears first. */
function dispatch(parts: readonly Part[], event: KeyboardEvent): void {
  for (const { heard, refused } of parts.toReversed()) {
    const id = keyIds.find((one) => (heard[one] ?? refused[one]) && isMeant(one, event));
    if (id === undefined) continue;
    event.preventDefault();
    if (keys[id].isUsedUp) event.stopPropagation();
    (heard[id] ?? refused[id])?.(saidBy(id, event));
    return;
  }
}

function shownBy(parts: readonly Part[]): readonly KeyId[] {
  return keyIds.filter((id) => parts.some(({ heard }) => heard[id] !== undefined));
}

const none: Heard = {};

/**
 * Does something with keys while this part is on screen; they are shown with their help. Those it
 * only `refused` are answered, and not shown.
 */
export function useKeys(heard: Heard, refused: Heard = none): void {
  const id = useId();
  const put = useContext(KeyBoard)?.put;
  const latestPut = useRef(put);
  // With the drawing, not behind it: a key means what is on the screen.
  useLayoutEffect(() => {
    latestPut.current = put;
    put?.(id, { heard, refused });
  });
  useLayoutEffect(() => () => latestPut.current?.(id, null), [id]);
}

/** The keys of whatever is on screen. */
export function useShownKeys(): readonly KeyId[] {
  return useContext(ShownKeys);
}

/** Does what a key does, for who chose it by its name. */
export function usePressKey(): (id: KeyId) => void {
  const board = useContext(KeyBoard);
  return (id) => board?.press(id);
}
