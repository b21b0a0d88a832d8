import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { projectRoot } from '../../../build/system/dependencies.mjs';

/** What a drive printed, as PDF and as pictures of its pages: for looking at. */
const printed = path.join(projectRoot, 'out/printed');

/** Nobody is there to use the operating system's dialog: it agrees with the name it is offered. */
export async function agreeWithNames(app: ElectronApplication): Promise<void> {
  rmSync(printed, { recursive: true, force: true });
  mkdirSync(printed, { recursive: true });
  await app.evaluate(({ dialog }, folder) => {
    const agree = (asked: { readonly defaultPath?: string }) => ({
      canceled: false,
      filePath: `${folder}/${asked.defaultPath?.split(/[\\/]/).at(-1)}`,
    });
    dialog.showSaveDialog = (...asked: readonly unknown[]) =>
      Promise.resolve(agree(asked.at(-1) as { readonly defaultPath?: string }));
  }, printed);
}

export type PrintedFile = {
  readonly name: string;
  readonly sha256: string;
  /** Everything on its pages, with single spaces; null: nothing here reads a PDF (poppler). */
  readonly text: string | null;
};

/** The file the screen says it saved, read. */
export async function savedPdf(page: Page, name: RegExp): Promise<PrintedFile> {
  const said = page.getByText(/^Saved as /).filter({ hasText: name });
  await expect(said).toBeVisible({ timeout: 90_000 });
  const fileName = ((await said.textContent()) ?? '').replace(/^Saved as /, '');
  const file = path.join(printed, fileName);
  expect(existsSync(file), `${file} is there`).toBe(true);
  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  drawPages(file);
  return {
    name: fileName,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    text: textOf(file),
  };
}

function textOf(file: string): string | null {
  const { error, stdout } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  if (!error) return stdout.replace(/\s+/g, ' ');
  console.warn('pdftotext (poppler) is not installed: what stands on the pages was not read');
  return null;
}

function drawPages(file: string): void {
  spawnSync('pdftoppm', ['-r', '60', '-png', file, file.replace(/\.pdf$/, '')]);
}
