import { app } from 'electron';
import type { Log } from './log.ts';
import { isOwnAddress } from './ownOrigin.ts';

/** The one page stays where it is: no other address, no second window, no frame within a frame. */
export function refuseNavigation(log: Log): void {
  app.on('web-contents-created', (_created, contents) => {
    const refuse = (event: { preventDefault: () => void }, what: string) => {
      event.preventDefault();
      log('navigationRefused', what);
    };
    contents.on('will-navigate', (event, address) => {
      if (!isReload(contents.getURL(), address)) refuse(event, 'navigate');
    });
    contents.on('will-redirect', (event) => refuse(event, 'redirect'));
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) refuse(event, 'frame');
    });
    contents.on('will-attach-webview', (event) => refuse(event, 'webview'));
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event) => event.preventDefault());
  app.on('login', (event) => event.preventDefault());
}

/** The page may load itself again: after an update of its data, or when hot reload asks. */
function isReload(from: string, to: string): boolean {
  return isOwnAddress(to) && withoutHash(from) === withoutHash(to);
}

function withoutHash(address: string): string {
  return address.split('#', 1)[0] ?? '';
}
