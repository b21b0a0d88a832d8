import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { useAllPages } from '../../../renderer/office/asking/useAllPages.ts';
import { mount, press } from '../components/mount.tsx';
import { answering, button, settled } from './askedCentral.ts';

afterEach(() => vi.unstubAllGlobals());
const Page = z.object({ names: z.array(z.string()), cursor: z.string().nullable() });

function List() {
  const { answer, again } = useAllPages('/list', Page);
  const names = answer?.ok ? answer.value.flatMap((page) => page.names) : [];
  return (
    <>
      <p>{answer && !answer.ok ? 'trouble' : names.join(' ')}</p>
      <button type="button" onClick={again}>
        Again
      </button>
    </>
  );
}

test('a list comes page by page until the last, and asked again nothing of it goes meanwhile', async () => {
  let all = ['ada', 'ben', 'cem'];
  const asked = answering(({ path }) => {
    const from = Number(/cursor=(\d)/.exec(path)?.[1] ?? 0);
    const cursor = from + 1 < all.length ? String(from + 1) : null;
    return [200, { names: all.slice(from, from + 1), cursor }];
  });
  const { text } = mount(<List />);
  await settled();
  expect(text()).toContain('ada ben cem');
  expect(asked.map(({ path }) => path)).toEqual(['/list', '/list?cursor=1', '/list?cursor=2']);
  all = ['ada', 'cem'];
  press(button('Again'));
  expect(text()).toContain('ada ben cem');
  await settled();
  expect(text()).toContain('ada cem');
});

test('a page that is refused is told, in the place of half a list', async () => {
  answering(({ path }) =>
    path.includes('cursor')
      ? [503, { title: 'x', detail: 'x', status: 503 }]
      : [200, { names: ['ada'], cursor: '1' }],
  );
  const { text } = mount(<List />);
  await settled();
  expect(text()).toContain('trouble');
});
