import { BrowserWindow, type BrowserWindowConstructorOptions, type WebPreferences } from 'electron';

/** What holds of every window, whatever it shows: its page is in a sandbox and knows nothing of Node. */
export const sealed = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  spellcheck: false,
} as const satisfies WebPreferences;

/** What one window may have of its own. */
type Own = Pick<WebPreferences, 'preload' | 'session' | 'devTools' | 'backgroundThrottling'>;

/** The only way a window is made here. */
export function sealedWindow(
  options: Omit<BrowserWindowConstructorOptions, 'webPreferences'>,
  own: Own & { readonly devTools: boolean },
): BrowserWindow {
  const window = new BrowserWindow({ ...options, webPreferences: { ...own, ...sealed } });
  // `connect-src` does not hold for peer connections: they send no datagrams.
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  return window;
}
