// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { isDrawn } from '../../../../renderer/printing/isDrawn.ts';

test.each(['img', 'svg image'])(
  'a page is not drawn before the picture in its %s is decoded',
  async (where) => {
    Object.defineProperty(document, 'fonts', {
      value: { ready: Promise.resolve() },
      configurable: true,
    });
    document.body.innerHTML = '<main><img><svg><image href="/job/picture/0"></image></svg></main>';
    let decoded = () => {};
    for (const one of document.querySelectorAll('img, image'))
      Object.assign(one, { decode: () => Promise.resolve() });
    const late = new Promise<void>((resolve) => {
      decoded = resolve;
    });
    Object.assign(document.querySelector(where) ?? {}, { decode: () => late });
    let isDone = false;
    const drawn = isDrawn(document.body).then(() => {
      isDone = true;
    });
    await new Promise((resolve) => {
      setTimeout(resolve, 30);
    });
    expect(isDone).toBe(false);
    decoded();
    await drawn;
  },
);
