import { app, type BrowserWindow, dialog } from 'electron';
import type { ChooseFile } from './rescue/openRescue.ts';
import { fileExtension } from './rescue/rescueFormat.ts';
import { wordsFor } from './words.ts';

/** The operating system asks where; the page never learns it. */
export function rescueDialogs(window: () => BrowserWindow | null): ChooseFile {
  const filters = () => [
    { name: wordsFor(app.getLocale()).rescueFile, extensions: [fileExtension] },
  ];
  return {
    async toWrite(suggestedName) {
      const above = window();
      if (above === null) return null;
      const { canceled, filePath } = await dialog.showSaveDialog(above, {
        defaultPath: suggestedName,
        filters: filters(),
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      return canceled || !filePath ? null : filePath;
    },
    async toRead() {
      const above = window();
      if (above === null) return null;
      const { canceled, filePaths } = await dialog.showOpenDialog(above, {
        filters: filters(),
        properties: ['openFile'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
  };
}
