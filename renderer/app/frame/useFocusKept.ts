import { useEffect } from 'react';

/** Whoever puts the focus somewhere by itself, a sheet that closes or a list whose row has gone, has done so by then. */
const othersFirstMs = 150;

/**
 * The focus never falls to the page as a whole: where what had it has gone, or can be pressed no more,
 * the nearest of what it stood in that is still there and can have it takes it, so that the next Tab
 * goes on from there.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let around: readonly HTMLElement[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFocus = (event: FocusEvent) => {
      around = event.target instanceof HTMLElement ? ancestorsOf(event.target) : [];
    };
    // Somebody who pressed beside everything wants the focus nowhere; a browser takes it a moment later.
    const isGone = () => around[0] !== undefined && !canHaveFocus(around[0]);
    const keep = () => {
      const { activeElement } = document;
      if (!isGone() || (activeElement !== document.body && activeElement !== around[0])) return;
      const nearest = around.find(
        (one) => one.isConnected && one.tabIndex === -1 && one.hasAttribute('tabindex'),
      );
      (nearest ?? document.getElementById('work'))?.focus({ preventScroll: true });
    };
    const changes = new MutationObserver(() => {
      if (!isGone()) return;
      clearTimeout(timer);
      timer = setTimeout(keep, othersFirstMs);
    });
    document.addEventListener('focusin', onFocus);
    changes.observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ['disabled'],
    });
    return () => {
      clearTimeout(timer);
      changes.disconnect();
      document.removeEventListener('focusin', onFocus);
    };
  }, []);
}

function canHaveFocus(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled');
}

function ancestorsOf(element: HTMLElement): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let one: HTMLElement | null = element; one && one !== document.body; one = one.parentElement)
    found.push(one);
  return found;
}
