import '../app/parsing.ts';
import '@fontsource-variable/inter/opsz.css';
import '@fontsource/ibm-plex-mono/400.css';
import '../components/generic/chineseFont.css';
import './print.css';
import './blocks.css';
import './cards.css';
import { createRoot } from 'react-dom/client';
import { isDrawn } from './isDrawn.ts';
import { askForJob, tellDrawn, tellFailed } from './job.ts';
import { PrintedPage } from './PrintedPage.tsx';

/**
 * The page of the hidden window: it asks the main process what to draw, draws it, and says so. It has
 * no database, no desktop and no network; what it says last is what is printed.
 */
async function print(): Promise<void> {
  const job = await askForJob();
  const root = document.documentElement;
  root.lang = job.tag;
  root.dir = job.direction;
  document.title = job.title;
  const page = document.querySelector('#printed');
  if (!page) throw new Error('The page has no place to draw on');
  createRoot(page).render(<PrintedPage document={job} />);
  await isDrawn(page);
  await tellDrawn();
}

print().catch(async (failure: unknown) => {
  const detail = failure instanceof Error ? failure.message : String(failure);
  await tellFailed(detail);
});
