import { useEffect, useRef } from 'react';

const usesSpace =
  'button, a[href], input, textarea, select, summary, [contenteditable], [role="button"], [role="radio"], [role="checkbox"], [role="option"], [role="row"], [role="dialog"]';

/** Calls back for Space, unless what has the focus needs the key for itself. */
export function useSpaceKey(onSpace: () => void): void {
  const latest = useRef(onSpace);
  useEffect(() => {
    latest.current = onSpace;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== ' ' || event.repeat || event.ctrlKey || event.altKey || event.metaKey)
        return;
      if (target instanceof Element && target.closest(usesSpace) !== null) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
