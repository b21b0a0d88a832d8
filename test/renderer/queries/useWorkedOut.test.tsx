import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { useWorkedOut } from '../../../renderer/queries/useWorkedOut.ts';

type Asked = { readonly of: string };

/** Every moment in which the next question can come while the answer to the last one is told. */
const moments = Array.from({ length: 12 }, (_, n) => n);

test.each(moments)(
  'what is asked %i turns after an answer is there is worked out as well',
  async (turns) => {
    const page = document.createElement('div');
    const root = createRoot(page);
    let tell = (_answer: string) => {};
    const workOut = ({ of }: Asked) =>
      of === 'first'
        ? new Promise<string>((resolve) => {
            tell = resolve;
          })
        : Promise.resolve(of);
    const show = (asked: Asked) =>
      flushSync(() => root.render(<Shown asked={asked} workOut={workOut} />));
    show({ of: 'first' });
    await new Promise((resolve) => setTimeout(resolve, 0));
    tell('first');
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    show({ of: 'second' });
    await expect.poll(() => page.textContent).toBe('second');
    root.unmount();
  },
);

function Shown(props: {
  readonly asked: Asked;
  readonly workOut: (asked: Asked) => Promise<string>;
}): ReactNode {
  return useWorkedOut(props.asked, props.workOut);
}
