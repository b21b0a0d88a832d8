import './app/parsing.ts';
import './app/look.ts';
import { createRoot } from 'react-dom/client';
import { openingPage } from './app/opening/Opening.tsx';
import { startApplication } from './app/startApplication.ts';

const page = document.querySelector('#quayside');
if (page) {
  const root = createRoot(page);
  root.render(openingPage(null));
  void startApplication(window, (start, isScanMissed) =>
    root.render(openingPage(start, isScanMissed)),
  );
}
