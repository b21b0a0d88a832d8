import { act, type ReactNode } from 'react';
import { expect, test } from 'vitest';
import { useFocusKept } from '../../../renderer/app/frame/useFocusKept.ts';
import { mount, must } from '../components/mount.tsx';

function Place(props: { readonly button: 'there' | 'gone' | 'disabled' }): ReactNode {
  useFocusKept();
  return (
    <main id="work" tabIndex={-1}>
      <section tabIndex={-1} aria-label="Cards">
        {props.button !== 'gone' && (
          <button type="button" disabled={props.button === 'disabled'}>
            Print
          </button>
        )}
      </section>
      <button type="button">Other</button>
    </main>
  );
}

/** One after another, as at a station where somebody signs in. */
function Screens(props: { readonly shown: 'signIn' | 'dock'; readonly rows: number }): ReactNode {
  useFocusKept();
  return props.shown === 'signIn' ? (
    <main tabIndex={-1} aria-label="Sign-in">
      <input type="password" />
    </main>
  ) : (
    <div id="work" tabIndex={-1} aria-label="Dock">
      {Array.from({ length: props.rows }, (_, at) => (
        <p key={String(at)}>{at}</p>
      ))}
    </div>
  );
}

const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

test.each(['gone', 'disabled'] as const)(
  'where what has the focus is %s, what it stood in has it',
  async (button) => {
    const { page, show } = mount(<Place button="there" />);
    act(() => must(page.querySelector('button')).focus());
    show(<Place button={button} />);
    await expect.poll(focused).toBe('Cards');
  },
);

test('somebody who went on in time is not fetched back', async () => {
  const { page, show } = mount(<Place button="there" />);
  act(() => must(page.querySelector('button')).focus());
  show(<Place button="gone" />);
  act(() => must([...page.querySelectorAll('button')].at(-1)).focus());
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(focused()).toBe('Other');
});

test('a screen that nothing on it takes the focus of has it as a whole', async () => {
  mount(<Place button="there" />);
  await expect.poll(() => document.activeElement?.id).toBe('work');
});

test('where the whole screen is another, its work has the focus, also while it goes on filling', async () => {
  const { page, show } = mount(<Screens shown="signIn" rows={0} />);
  act(() => must(page.querySelector('input')).focus());
  show(<Screens shown="dock" rows={0} />);
  for (let rows = 1; rows <= 10; rows += 1) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    show(<Screens shown="dock" rows={rows} />);
  }
  expect(focused()).toBe('Dock');
});
