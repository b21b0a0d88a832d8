import { createRoot, type Root } from 'react-dom/client';

export type Line = { readonly id: string; readonly label: string };

/** The same list for everybody. */
export function CaseList({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <ol>
      {lines.map(({ id, label }) => (
        <li key={id} data-id={id}>
          {label}
        </li>
      ))}
    </ol>
  );
}

export function listRoot(): Root {
  const place = document.createElement('div');
  document.body.append(place);
  return createRoot(place);
}

const patienceMs = 20_000;

/** As soon as the line of `id` says `label` in the document. */
export function untilPainted(id: string, label: string): Promise<void> {
  const text = () => document.querySelector(`li[data-id="${id}"]`)?.textContent;
  const says = () => text() === label;
  return new Promise((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new Error(`${id} says ${text()} instead of ${label}`)),
      patienceMs,
    );
    const done = () => {
      clearTimeout(limit);
      resolve();
    };
    if (says()) {
      done();
      return;
    }
    const observer = new MutationObserver(() => {
      if (!says()) return;
      observer.disconnect();
      done();
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}
