import { useEffect, useRef } from 'react';

type Keys = {
  readonly onShortcuts: () => void;
  readonly onMode: (place: number) => void;
  readonly onLeave: () => void;
};

/** `?` shows all keys, Alt+1 to Alt+3 change the place, Ctrl+Shift+H hands over. */
export function useShellKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { onShortcuts, onMode, onLeave } = latest.current;
      const digit = /^Digit([1-3])$/.exec(event.code)?.[1];
      if (event.key === '?' && !isTyping(event.target)) onShortcuts();
      else if (event.altKey && !event.ctrlKey && digit !== undefined) onMode(Number(digit) - 1);
      else if (event.ctrlKey && event.shiftKey && event.code === 'KeyH') onLeave();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
}
