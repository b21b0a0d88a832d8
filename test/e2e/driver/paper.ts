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
  /** Everything on its pages, in both orders of reading, with single spaces; null: nothing here reads a PDF (poppler). */
  readonly text: string | null;
  /** In millimetres; null: as for `text`. */
  readonly sheets: {
    readonly count: number;
    readonly width: number;
    readonly height: number;
  } | null;
};

/** The file the screen says it saved, read. */
export async function savedPdf(page: Page, name: RegExp): Promise<PrintedFile> {
  const said = page.getByText(/^Saved as /).filter({ hasText: name });
  await expect(said).toBeVisible({ timeout: 90_000 });
  const fileName = ((await said.textContent()) ?? '').replace(/^Saved as /, '');
  return printedPdf(fileName);
}

/** A file the operating system's dialog was agreed to, read, and its pages drawn beside it. */
export function printedPdf(name: string): PrintedFile {
  const file = path.join(printed, name);
  expect(existsSync(file), `${file} is there`).toBe(true);
  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  drawPages(file);
  return {
    name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    text: textOf(file),
    sheets: sheetsOf(file),
  };
}

/**
 * How far down each page but the last its words reach, as a share of what lies above the foot; none
 * where nothing here reads a PDF (poppler).
 */
export function filledOf(name: string): readonly number[] {
  const read = ['-bbox', path.join(printed, name), '-'];
  const { error, stdout } = spawnSync('pdftotext', read, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (error) return [];
  const pages = stdout.split('<page ').slice(1, -1);
  return pages.map((page) => {
    const above = Number(/height="([\d.]+)"/.exec(page)?.[1]) - footPoints;
    const ends = [...page.matchAll(/yMax="([\d.]+)"/g)].map(([, end]) => Number(end));
    return Math.max(0, ...ends.filter((end) => end < above)) / above;
  });
}

/** The page's lower margin, in which only its number stands. */
const footPoints = 54;

function sheetsOf(file: string): PrintedFile['sheets'] {
  const { error, stdout } = spawnSync('pdfinfo', [file], { encoding: 'utf8' });
  if (error) return null;
  const number = (row: RegExp) => Number(row.exec(stdout)?.[1]);
  const toMillimetres = (points: number) => (points / 72) * 25.4;
  return {
    count: number(/^Pages:\s+(\d+)/m),
    width: toMillimetres(number(/^Page size:\s+([\d.]+) x/m)),
    height: toMillimetres(number(/^Page size:\s+[\d.]+ x ([\d.]+)/m)),
  };
}

/** As its lines stand, which go through every cell of a row, and once more cell by cell. */
function textOf(file: string): string | null {
  const read = (how: string) => spawnSync('pdftotext', [how, file, '-'], { encoding: 'utf8' });
  const [lines, cells] = [read('-layout'), read('-raw')];
  if (!lines.error) return `${lines.stdout}\n${cells.stdout}`.replace(/\s+/g, ' ');
  console.warn('pdftotext (poppler) is not installed: what stands on the pages was not read');
  return null;
}

function drawPages(file: string): void {
  spawnSync('pdftoppm', ['-r', '60', '-png', file, file.replace(/\.pdf$/, '')]);
}
