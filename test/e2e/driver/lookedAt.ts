import type { Page } from '@playwright/test';

/** What a screen must hold whatever is on it; empty where it does. */
export function outOfPlace(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isThere = (element: Element) => element.getClientRects().length > 0;
    const mains = [...document.querySelectorAll('main, [role="main"]')].filter(isThere);
    // A header inside of these is theirs, not the page's.
    const banners = [...document.querySelectorAll('header, [role="banner"]')].filter(
      (header) =>
        isThere(header) && !header.parentElement?.closest('main, article, section, aside, nav'),
    );
    return [
      ...(mains.length === 1 ? [] : [`${mains.length} main`]),
      ...(banners.length === 1 ? [] : [`${banners.length} banner`]),
      ...(document.activeElement === document.body ? ['focus on the body'] : []),
    ];
  });
}

/** Words torn apart in their middle, headings cut at their end, and what a field says in its emptiness and shows only in part. */
export function cutWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let text = words.nextNode(); text; text = words.nextNode()) {
      const around = text.parentElement;
      if (!around?.checkVisibility() || !text.textContent) continue;
      // For screen readers only.
      if (around.getBoundingClientRect().width <= 2) continue;
      for (const word of text.textContent.matchAll(/\p{L}{3,}/gu)) {
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1 && !/[\u3400-\u9fff]/u.test(word[0])) found.push(`${word[0]} is torn`);
      }
    }
    for (const heading of document.querySelectorAll('h1, h2, h3'))
      if (
        heading.clientWidth > 1 &&
        heading.scrollWidth > heading.clientWidth + 1 &&
        getComputedStyle(heading).overflowX === 'hidden'
      )
        found.push(`"${heading.textContent}" is cut`);
    const brush = document.createElement('canvas').getContext('2d');
    for (const field of document.querySelectorAll('input')) {
      if (!brush || field.placeholder === '' || field.value !== '' || !field.checkVisibility())
        continue;
      const style = getComputedStyle(field);
      brush.font = style.font;
      const room = field.clientWidth - Number.parseFloat(style.paddingLeft) * 2 + 1;
      const wide = brush.measureText(field.placeholder).width;
      if (wide > room) found.push(`"${field.placeholder}" takes ${Math.round(wide)} of ${room}`);
    }
    return found;
  });
}

/**
 * What somebody at this window cannot use: what can be pressed and is outside of it or under
 * something else even when scrolled to, a box that scrolls sideways, a name of the bar that is cut.
 */
export function notUsable(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const called = (element: Element) =>
      `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}"`;
    const isClipped = (element: Element) => {
      for (let box: Element | null = element; box; box = box.parentElement)
        if (box.clientWidth <= 1 && getComputedStyle(box).overflow === 'hidden') return true;
      return false;
    };
    const widest = (box: Element) =>
      [...box.querySelectorAll('*')]
        .filter((one) => one.getBoundingClientRect().right > box.getBoundingClientRect().right + 1)
        .slice(-1)
        .map(called)
        .join();
    const boxes = [...document.querySelectorAll('*')].filter(
      (box) => box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1,
    );
    for (const box of boxes)
      if (
        box.scrollWidth > box.clientWidth + 1 &&
        (box === document.documentElement || /auto|scroll/.test(getComputedStyle(box).overflowX))
      )
        found.push(`${called(box)} scrolls sideways for ${widest(box)}`);
    const bar = document.querySelector('header[data-place]');
    for (const name of bar?.querySelectorAll('[data-person]') ?? [])
      if (name.getClientRects().length === 0 || name.scrollWidth > name.clientWidth)
        found.push(`${called(name)} is not seen`);
    const before = boxes.map((box) => [box, box.scrollLeft, box.scrollTop] as const);
    const pressable =
      'a[href], button, input, select, textarea, [role="option"], [role="tab"], [role="radio"], [role="row"][tabindex]';
    for (const element of document.querySelectorAll(pressable)) {
      if (element.closest('[aria-hidden="true"], [inert], :disabled')) continue;
      // For screen readers, or until the focus comes to it.
      if (element.matches('[href="#work"]') || isClipped(element)) continue;
      // What the component library hides behind its own drawing is pressed by its label.
      const shown =
        element instanceof HTMLInputElement ? (element.closest('label') ?? element) : element;
      if (!shown?.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
      if (shown.getBoundingClientRect().width < 2) continue;
      let box = shown.getBoundingClientRect();
      const isInWindow = () =>
        box.top >= -1 &&
        box.left >= -1 &&
        box.bottom <= innerHeight + 1 &&
        box.right <= innerWidth + 1;
      const hit = () =>
        document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      if (!isInWindow() || !shown.contains(hit())) {
        shown.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
        box = shown.getBoundingClientRect();
      }
      const isTall = box.height > innerHeight;
      const above = hit();
      if (!isInWindow() && !isTall) found.push(`${called(shown)} is outside of the window`);
      else if (!shown.contains(above))
        found.push(`${called(shown)} is under ${above ? called(above) : 'nothing'}`);
    }
    for (const [box, left, top] of before) {
      box.scrollLeft = left;
      box.scrollTop = top;
    }
    return found;
  });
}

/** How many rows the bar at the top takes. */
export function rowsOfBar(page: Page): Promise<number> {
  return page.evaluate(() => {
    const bar = document.querySelector('header[data-place]');
    const parts = [...(bar?.children ?? [])].map((part) => part.getBoundingClientRect());
    let rows = 0;
    let below = 0;
    for (const { top, bottom, width } of parts.filter((part) => part.bottom > 0)) {
      if (width > 1 && top >= below) {
        rows += 1;
        below = bottom;
      }
    }
    return rows;
  });
}

/** Whether what is said of a photo just taken lies over the camera's picture. */
export function coversCamera(page: Page, said: string): Promise<boolean> {
  return page.evaluate((words) => {
    const camera = document.querySelector('video')?.getBoundingClientRect();
    const news = [...document.querySelectorAll('[data-tone]')]
      .find((box) => box.textContent.includes(words))
      ?.getBoundingClientRect();
    if (!camera || !news) return true;
    const isBeside = news.right <= camera.left || news.left >= camera.right;
    return !isBeside && news.bottom > camera.top && news.top < camera.bottom;
  }, said);
}
