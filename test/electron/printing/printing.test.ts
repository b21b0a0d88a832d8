import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  openPrinting,
  type PrintJob,
  type PrintPdf,
} from '../../../electron/main/printing/openPrinting.ts';
import { withInfo } from '../../../electron/main/printing/pdfInfo.ts';
import { footOf } from '../../../electron/main/printing/printFoot.ts';
import { safeFileName } from '../../../electron/main/printing/safeFileName.ts';
import { mostPrintedBytes } from '../../../shared/desktop/printingApi.ts';
import { personId } from '../../builders/cases/ids.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { aPrintedPdf, aPrintedSheet } from './aPrintedSheet.ts';

const ivan = { personId: personId('ivan'), name: 'Ivan', badge: 'IVAN01', roles: [] };

async function aPrinter(changes: Partial<Parameters<typeof openPrinting>[0]> = {}) {
  const folder = await temporaryFolder();
  const jobs: PrintJob[] = [];
  const asked: string[] = [];
  const print: PrintPdf = async (job) => {
    jobs.push(job);
    return { ok: true, value: aPrintedPdf() };
  };
  const desktop = openPrinting({
    signedIn: () => ivan,
    print,
    async choosePdf(name) {
      asked.push(name);
      return path.join(folder, name);
    },
    freeBytes: async () => 7,
    creator: 'Quayside 0.1.0',
    now: () => Date.parse('2026-11-30T12:00:00Z'),
    log: () => {},
    ...changes,
  });
  const wanted = (fileName = 'Report: RMA/1 · 2') => ({
    document: aPrintedSheet(),
    pictures: [],
    paper: 'A4' as const,
    fileName,
  });
  return { folder, jobs, asked, desktop, wanted };
}

test('a document is printed first and written when it is said to be kept, whole and as it was summed', async () => {
  const { folder, asked, desktop, wanted } = await aPrinter();
  const printed = await desktop.printDocument(wanted());
  expect(await readdir(folder)).toEqual([]);
  expect(asked).toEqual(['Report- RMA-1 · 2.pdf']);
  const sha256 = printed.ok ? printed.value.sha256 : '';
  expect(await desktop.keepPrinted({ sha256, elsewhere: false })).toEqual({
    ok: true,
    value: { fileName: 'Report- RMA-1 · 2.pdf' },
  });
  const file = await readFile(path.join(folder, 'Report- RMA-1 · 2.pdf'));
  expect(createHash('sha256').update(file).digest('hex')).toBe(sha256);
  const again = await desktop.keepPrinted({ sha256, elsewhere: false });
  expect(again).toEqual({ ok: false, refusal: { code: 'notPrinted' } });
});

test('what was dropped, or printed over, is written no more', async () => {
  const { folder, desktop, wanted } = await aPrinter();
  const first = await desktop.printDocument(wanted());
  await desktop.dropPrinted({});
  const sha256 = first.ok ? first.value.sha256 : '';
  const refused = { ok: false, refusal: { code: 'notPrinted' } };
  expect(await desktop.keepPrinted({ sha256, elsewhere: false })).toEqual(refused);
  expect(await readdir(folder)).toEqual([]);
});

test('nothing is printed for nobody, without a place to go, beyond its size, or beside another', async () => {
  const nobody = await aPrinter({ signedIn: () => null });
  const code = async (answer: Promise<{ readonly ok: boolean }>) => {
    const said = await answer;
    return 'refusal' in said ? (said.refusal as { readonly code: string }).code : 'printed';
  };
  expect(await code(nobody.desktop.printDocument(nobody.wanted()))).toBe('notSignedIn');
  const kept = { sha256: 'a'.repeat(64), elsewhere: false };
  expect(await code(nobody.desktop.keepPrinted(kept))).toBe('notSignedIn');
  const nowhere = await aPrinter({ choosePdf: async () => null });
  expect(await code(nowhere.desktop.printDocument(nowhere.wanted()))).toBe('calledOff');
  const { desktop, jobs, wanted } = await aPrinter();
  const heavy = { ...wanted(), pictures: [new Uint8Array(mostPrintedBytes + 1)] };
  expect(await code(desktop.printDocument(heavy))).toBe('printTooLarge');
  const both = [desktop.printDocument(wanted()), desktop.printDocument(wanted())];
  expect(await Promise.all(both.map(code))).toEqual(['printed', 'printBusy']);
  expect(jobs).toHaveLength(1);
  expect(await code(desktop.printDocument(wanted()))).toBe('printed');
});

test('a picture that is none never reaches the page that draws', async () => {
  const { desktop, jobs, wanted } = await aPrinter();
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>');
  await desktop.printDocument({ ...wanted(), pictures: [svg, new Uint8Array()] });
  expect(jobs[0]?.pictures).toEqual([null, null]);
});

test('where it cannot be written that is said, and it can be written elsewhere', async () => {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'there'));
  const places = [path.join(folder, 'gone', 'report.pdf'), path.join(folder, 'there', 'report')];
  const { desktop, wanted } = await aPrinter({ choosePdf: async () => places.shift() ?? null });
  const printed = await desktop.printDocument(wanted());
  const sha256 = printed.ok ? printed.value.sha256 : '';
  expect(await desktop.keepPrinted({ sha256, elsewhere: false })).toEqual({
    ok: false,
    refusal: { code: 'fileNotWritten', detail: 'ENOENT' },
  });
  expect(await desktop.keepPrinted({ sha256, elsewhere: true })).toEqual({
    ok: true,
    value: { fileName: 'report.pdf' },
  });
});

test('a file nobody agreed to write over stays as it is', async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'report.pdf'), 'another');
  const { desktop, wanted } = await aPrinter({
    choosePdf: async () => path.join(folder, 'report'),
  });
  const printed = await desktop.printDocument(wanted());
  const sha256 = printed.ok ? printed.value.sha256 : '';
  await desktop.keepPrinted({ sha256, elsewhere: false });
  expect(await readFile(path.join(folder, 'report.pdf'), 'utf8')).toBe('another');
});

test('a PDF is given its title and author behind what was printed, which stays as it is', () => {
  const pdf = aPrintedPdf();
  const named = withInfo(pdf, {
    title: '检验报告 (1)',
    author: 'Quayside · Newark',
    creator: 'Quayside',
    madeAt: 0,
  });
  const text = Buffer.from(named ?? []).toString('latin1');
  expect(text.startsWith(Buffer.from(pdf).toString('latin1'))).toBe(true);
  expect(text).toContain('/Title <feff68c09a8c62a5544a0020002800310029>');
  expect(text).toContain('/CreationDate (D:19700101000000Z)');
  const at = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  expect(text.slice(at, at + 9)).toBe('xref\n3 1\n');
  const object = Number(/xref\n3 1\n(\d{10}) 00000 n/.exec(text)?.[1]);
  expect(text.slice(object, object + 7)).toBe('3 0 obj');
  expect(
    withInfo(new TextEncoder().encode('no PDF'), { title: '', author: '', creator: '', madeAt: 0 }),
  ).toBeNull();
});

test.each([
  ['Report RMA-26-0004711 · report 2-K7QM', 'Report RMA-26-0004711 · report 2-K7QM'],
  ['../../etc/passwd', 'etc-passwd'],
  ['C:\\Windows\\x', 'C--Windows-x'],
  ['aux', '_aux'],
  ['nul.txt', '_nul.txt'],
  ['\u202Efdp.exe', 'fdp.exe'],
  ['  ...  ', 'Quayside'],
  ['检验报告', '检验报告'],
  ['x'.repeat(300), 'x'.repeat(100)],
])('%j is a file called %j', (wanted, name) => {
  expect(safeFileName(wanted)).toBe(name);
});

test('what runs along the foot is text, whatever it is made of', () => {
  const { footerTemplate } = footOf(
    aPrintedSheet({ foot: { start: '<img src=x onerror="x()">', page: '{page} & {pages}' } }),
  );
  expect(footerTemplate).toContain('&lt;img src=x onerror=&quot;x()&quot;&gt;');
  expect(footerTemplate).toContain(
    '<span class="pageNumber"></span> &amp; <span class="totalPages"></span>',
  );
});
