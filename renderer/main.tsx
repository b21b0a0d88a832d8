import './app/parsing.ts';
import './app/look.ts';
import { createRoot, type Root } from 'react-dom/client';
import { notReadyPage } from './app/opening/notReadyPage.tsx';

const page = document.querySelector('#quayside');
if (page) {
  const root = createRoot(page);
  root.render(notReadyPage(null));
  void begin(root);
}

/** One after another: all of it read and run at once would hold the page's thread. */
async function begin(root: Root): Promise<void> {
  const { startApplication } = await import('./app/startApplication.ts');
  const opening = import('./app/opening/Opening.tsx');
  await startApplication(
    window,
    (start, isScanMissed) =>
      void opening.then(({ openingPage }) => root.render(openingPage(start, isScanMissed))),
  );
}
