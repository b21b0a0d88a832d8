import { type BrowserWindow, type Session, session } from 'electron';
import { appOrigin } from '../../shared/desktop/desktopApi.ts';
import type { PrintRefusal } from '../../shared/desktop/printingApi.ts';
import { accept, type Result, refuse } from '../../shared/result.ts';
import type { Log } from './log.ts';
import { servePrinting } from './ownOrigin.ts';
import { reachNobody, restrictPermissions } from './permissions.ts';
import type { PrintJob, PrintPdf } from './printing/openPrinting.ts';
import { footOf, margins } from './printing/printFoot.ts';
import { sealedWindow } from './sealedWindow.ts';

/** Forty photos on a slow machine; nobody waits longer than that. */
const mostSeconds = 60;

type Serving = {
  /** The built page that draws, and nothing else. */
  readonly folder: string;
  readonly developmentServer: string | null;
  /** Ends with the application's one window. */
  readonly parent: () => BrowserWindow | null;
  readonly log: Log;
};

/**
 * Prints in a window nobody sees: sandboxed, without preload, in a session of its own that is never
 * written to disk and reaches nobody. All it is served is the page that draws and the one job.
 */
export function printsHidden(serving: Serving): PrintPdf {
  let prepared: Promise<Session> | null = null;
  let job: PrintJob | null = null;
  let heard: ((said: Result<null, string>) => void) | null = null;

  function prepare(): Promise<Session> {
    prepared ??= (async () => {
      const own = session.fromPartition('printing');
      restrictPermissions(own);
      await reachNobody(own);
      servePrinting(own.protocol, {
        folder: serving.folder,
        developmentServer: serving.developmentServer,
        job: () => job,
        drawn: (said) => heard?.(said),
      });
      return own;
    })();
    return prepared;
  }

  return async (asked) => {
    const window = hiddenWindow(await prepare(), serving.parent());
    job = asked;
    try {
      const drawn = new Promise<Result<null, string>>((resolve) => {
        heard = resolve;
        window.webContents.once('render-process-gone', (_gone, { reason }) =>
          resolve(refuse(reason)),
        );
        window.once('closed', () => resolve(refuse('closed')));
      });
      const done = await within(mostSeconds, async () => {
        await window.loadURL(`${appOrigin}/print.html`);
        const said = await drawn;
        return said.ok ? accept(await toPdf(window, asked)) : said;
      });
      if (done === 'tooSlow') return refuse({ code: 'printTooSlow', seconds: mostSeconds });
      return done.ok ? done : failed(done.refusal, serving.log);
    } catch (failure) {
      return failed(failure instanceof Error ? failure.message : 'unknown', serving.log);
    } finally {
      job = null;
      heard = null;
      if (!window.isDestroyed()) window.destroy();
    }
  };
}

function hiddenWindow(own: Session, parent: BrowserWindow | null): BrowserWindow {
  return sealedWindow(
    { show: false, width: 794, height: 1123, ...(parent && { parent }) },
    { session: own, devTools: false, backgroundThrottling: false },
  );
}

async function toPdf({ webContents }: BrowserWindow, job: PrintJob): Promise<Uint8Array> {
  const { footerTemplate, headerTemplate } = footOf(job.document);
  return await webContents.printToPDF({
    pageSize: job.paper,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate,
    footerTemplate,
    margins,
    // What a screen reader reads by, and the heads as bookmarks; engines before 2023 know neither.
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
}

async function within<T>(seconds: number, work: () => Promise<T>): Promise<T | 'tooSlow'> {
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<'tooSlow'>((resolve) => {
    timer = setTimeout(() => resolve('tooSlow'), seconds * 1000);
  });
  try {
    return await Promise.race([work(), tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}

function failed(detail: string, log: Log): Result<never, PrintRefusal> {
  log('notPrinted', detail);
  return refuse({ code: 'printFailed', detail: detail.slice(0, 200) });
}
