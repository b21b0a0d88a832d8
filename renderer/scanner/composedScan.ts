import type { KeyDown } from './keyFeed.ts';
import type { ScannerProfile } from './profile.ts';
import { rememberField, type TextField } from './textField.ts';
import { textOf, tokenOf } from './tokenOf.ts';

/** Nobody composes this quickly, and rolls so many fingers. */
const machineMs = 35;
const fewestKeys = 6;
const overMs = 150;

export type ComposedScan = {
  /** A key an input method took, or one right behind it; true: it belongs to a scan, keep it back. */
  readonly take: (down: KeyDown, isComposing: boolean, field: TextField | null) => boolean;
  readonly stop: () => void;
};

/**
 * A scanner typing into an input method: what it writes is anything but the code, while the places of
 * its keys still say what was printed. The field is put back as it was.
 */
export function composedScan(
  window: Window & typeof globalThis,
  profile: ScannerProfile,
  on: { readonly read: (text: string) => void; readonly unread: () => void },
): ComposedScan {
  let tokens: readonly string[] = [];
  let at = Number.NEGATIVE_INFINITY;
  let field: TextField | null = null;
  let restore = () => {};
  let timer: number | undefined;

  function stop() {
    tokens = [];
    field = null;
    restore = () => {};
    window.clearTimeout(timer);
  }

  function putBack() {
    // Only leaving the field ends a composition.
    field?.blur();
    restore();
    field?.focus({ preventScroll: true });
  }

  return {
    stop,
    take(down, isComposing, into) {
      const goesOn = tokens.length > 0 && down.timeStamp - at <= machineMs;
      if (!goesOn) {
        stop();
        if (!isComposing || into === null) return false;
        field = into;
        restore = rememberField(into);
      }
      at = down.timeStamp;
      const token = tokenOf(down, profile);
      if (token === '\r' || token === '\n' || token === '\t') {
        const text = textOf(tokens);
        const isScan = tokens.length >= fewestKeys;
        if (isScan) putBack();
        stop();
        if (isScan) on.read(text);
        return isScan;
      }
      tokens = [...tokens, token];
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        const isScan = tokens.length >= fewestKeys;
        stop();
        if (isScan) on.unread();
      }, overMs);
      return !isComposing;
    },
  };
}
