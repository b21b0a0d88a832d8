import { useEffect } from 'react';

/** Whoever puts the focus somewhere by itself, a sheet that closes or a list whose row has gone, has done so by then. */
const othersFirstMs = 150;

/**
 * The focus never falls to the page as a whole: where what had it has gone, or can be pressed no more,
 * the nearest of what it stood in that is still there and can have it takes it, so that the next Tab
 * goes on from there. Where nothing had it before, or the whole screen is another, the work on it does.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let around: readonly HTMLElement[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (act: () => void) => {
      timer ??= setTimeout(() => {
        timer = undefined;
        act();
      }, othersFirstMs);
    };
    const onFocus = (event: FocusEvent) => {
      clearTimeout(timer);
      timer = undefined;
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
      if (nearest) nearest.focus({ preventScroll: true });
      else focusOnWork();
    };
    const arrive = () => {
      if (document.activeElement === document.body) focusOnWork();
    };
    // Not put off by each change: a list that goes on filling would put it off until it is whole.
    const changes = new MutationObserver(() => {
      if (isGone()) wait(keep);
    });
    wait(arrive);
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

/** Of several screens that are kept, the one that is shown is the one that can have it. */
function focusOnWork(): void {
  for (const work of document.querySelectorAll<HTMLElement>('#work, main[tabindex]')) {
    work.focus({ preventScroll: true });
    if (document.activeElement === work) return;
  }
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
