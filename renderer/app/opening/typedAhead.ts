/** What somebody typed after their badge was taken and before the PIN's field was there. */
type TypedAhead = { readonly pin: string; readonly isEntered: boolean };

const nothing: TypedAhead = { pin: '', isEntered: false };
const longestPin = 12;
/** By then the field is there, or something else is on screen that needs its keys. */
const longestWaitMs = 10_000;

/**
 * Keeps the keys from everything else between a badge and the PIN's field: the digits for the field, the
 * others for nobody. They are shown nowhere and kept no longer than until they are taken or dropped.
 * Armed before anything else on the page listens, but after the scanner, which has its keys first.
 */
export function keysAhead(window: Window) {
  let held: TypedAhead | null = null;
  let timer: number | undefined;

  function onKey(event: KeyboardEvent): void {
    // A chord is the system's or the shell's; one that is no character moves nothing that was begun.
    if (held === null || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { pin } = held;
    if (held.isEntered || event.repeat) return;
    if (/^\d$/.test(event.key))
      held = { pin: (pin + event.key).slice(0, longestPin), isEntered: false };
    else if (event.key === 'Backspace') held = { pin: pin.slice(0, -1), isEntered: false };
    else if (event.key === 'Enter') held = { pin, isEntered: pin !== '' };
  }
  function end(): void {
    held = null;
    window.clearTimeout(timer);
  }
  return {
    /** A badge was taken: from now on, anew. */
    hold: (): void => {
      end();
      held = nothing;
      timer = window.setTimeout(end, longestWaitMs);
    },
    /** The first keys of a scan pass as typing: what was kept may be theirs. */
    anew: (): void => {
      if (held !== null) held = nothing;
    },
    /** The field is there; null: nothing was kept. */
    take: (): TypedAhead | null => {
      const taken = held;
      end();
      return taken;
    },
    drop: end,
    arm: (): (() => void) => {
      window.addEventListener('keydown', onKey, true);
      return () => {
        window.removeEventListener('keydown', onKey, true);
        end();
      };
    },
  };
}
