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

/** As soon as the line of `id` says `label` in the document. */
export function untilPainted(id: string, label: string): Promise<void> {
  const says = () => document.querySelector(`li[data-id="${id}"]`)?.textContent === label;
  return new Promise((resolve) => {
    if (says()) {
      resolve();
      return;
    }
    const observer = new MutationObserver(() => {
      if (!says()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}
