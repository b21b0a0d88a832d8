import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';

/** Asks where a PDF should go, beginning among the person's documents; the page never learns it. */
export function pdfDialog(
  window: () => BrowserWindow | null,
): (suggestedName: string) => Promise<string | null> {
  return async (suggestedName) => {
    const above = window();
    if (above === null) return null;
    const { canceled, filePath } = await dialog.showSaveDialog(above, {
      defaultPath: path.join(app.getPath('documents'), suggestedName),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    return canceled || !filePath ? null : filePath;
  };
}
