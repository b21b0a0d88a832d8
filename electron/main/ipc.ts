import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { desktopChannel } from '../../shared/desktop/desktopApi.ts';
import type { Dispatch } from './dispatch.ts';
import { isOwnAddress } from './ownOrigin.ts';

/** The page asks over one channel; only the main frame of our window, at our origin, is heard. */
export function answerPage(dispatch: Dispatch, window: () => BrowserWindow | null): void {
  ipcMain.handle(desktopChannel, (event, name: unknown, input: unknown) =>
    dispatch(name, input, isOurPage(event, window())),
  );
}

function isOurPage({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow | null) {
  return (
    window !== null &&
    !window.isDestroyed() &&
    sender === window.webContents &&
    senderFrame !== null &&
    senderFrame === window.webContents.mainFrame &&
    isOwnAddress(senderFrame.url)
  );
}
