import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Desktop, SignedInPerson } from '../../../shared/desktop/desktopApi.ts';
import type { PrintedDocument } from '../../../shared/desktop/printedDocument.ts';
import {
  mostPrintedBytes,
  type PrintRefusal,
  type printingApi,
} from '../../../shared/desktop/printingApi.ts';
import type { Paper } from '../../../shared/facts/codes.ts';
import { hasTooManyPixels, readImageHeader } from '../../../shared/facts/imageHeader.ts';
import { errorCode } from '../../../shared/node/errorCode.ts';
import { accept, type Result, refuse } from '../../../shared/result.ts';
import { writeDurably } from '../machine/durableFile.ts';
import { withInfo } from './pdfInfo.ts';
import { safeFileName } from './safeFileName.ts';

export type PrintedPicture = { readonly bytes: Uint8Array; readonly mediaType: string };

export type PrintJob = {
  readonly document: PrintedDocument;
  /** null: not a picture anybody should decode. */
  readonly pictures: readonly (PrintedPicture | null)[];
  readonly paper: Paper;
};

/** Draws a document in a window nobody sees, and prints it. */
export type PrintPdf = (job: PrintJob) => Promise<Result<Uint8Array, PrintRefusal>>;

type Deps = {
  readonly signedIn: () => SignedInPerson | null;
  readonly print: PrintPdf;
  /** The operating system's own dialog; null when nothing was chosen. */
  readonly choosePdf: (suggestedName: string) => Promise<string | null>;
  readonly freeBytes: (folder: string) => Promise<number>;
  readonly creator: string;
  readonly now: () => number;
  readonly log: (event: string, detail: string) => void;
};

type Kept = { readonly sha256: string; readonly pdf: Uint8Array; readonly file: string };

/** Prints one document at a time, and keeps the last in memory until somebody says what becomes of it. */
export function openPrinting(deps: Deps): Pick<Desktop, keyof typeof printingApi> {
  const { signedIn, print, choosePdf, freeBytes, log } = deps;
  let isBusy = false;
  let kept: Kept | null = null;

  async function printed(
    input: PrintJob & { readonly fileName: string },
  ): Promise<Result<Kept, PrintRefusal>> {
    const chosen = await choosePdf(`${safeFileName(input.fileName)}.pdf`);
    if (chosen === null) return refuse({ code: 'calledOff' });
    const done = await print(input);
    if (!done.ok) return done;
    const { title, author } = input.document;
    const info = { title, author, creator: deps.creator, madeAt: deps.now() };
    const named = withInfo(done.value, info);
    if (named === null) log('pdfNotNamed', String(done.value.byteLength));
    const pdf = named ?? done.value;
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    return accept({ sha256, pdf, file: withEnding(chosen) });
  }

  return {
    async printDocument({ document, pictures, paper, fileName }) {
      if (signedIn() === null) return refuse({ code: 'notSignedIn' });
      if (isBusy) return refuse({ code: 'printBusy' });
      const bytes = pictures.reduce((sum, one) => sum + one.byteLength, 0);
      if (bytes > mostPrintedBytes) return refuse({ code: 'printTooLarge', bytes });
      isBusy = true;
      kept = null;
      try {
        const job = { document, paper, fileName, pictures: pictures.map(asPicture) };
        const done = await printed(job);
        if (!done.ok) return done;
        kept = done.value;
        return accept({ sha256: kept.sha256, bytes: kept.pdf.byteLength });
      } finally {
        isBusy = false;
      }
    },

    async keepPrinted({ sha256, elsewhere }) {
      if (signedIn() === null) return refuse({ code: 'notSignedIn' });
      const mine = kept;
      if (mine?.sha256 !== sha256) return refuse({ code: 'notPrinted' });
      const chosen = elsewhere ? await choosePdf(path.basename(mine.file)) : mine.file;
      if (chosen === null) return refuse({ code: 'calledOff' });
      const file = withEnding(chosen);
      try {
        await writeDurably(file, mine.pdf);
      } catch (failure) {
        const code = errorCode(failure) ?? 'unknown';
        log('pdfNotWritten', code);
        return code === 'ENOSPC'
          ? refuse({ code: 'diskFull', freeBytes: await freeBytes(path.dirname(file)) })
          : refuse({ code: 'fileNotWritten', detail: code });
      }
      kept = null;
      return accept({ fileName: path.basename(file) });
    },

    async dropPrinted() {
      kept = null;
      return {};
    },
  };
}

/** By its own header: the decoder of the hidden window sees nothing else. */
function asPicture(bytes: Uint8Array): PrintedPicture | null {
  const header = readImageHeader(bytes);
  return header === null || hasTooManyPixels(header)
    ? null
    : { bytes, mediaType: header.mediaType };
}

/** Not every system's dialog adds it; one that is there already was not agreed to be written over. */
function withEnding(file: string): string {
  if (/\.pdf$/i.test(file)) return file;
  return existsSync(`${file}.pdf`) ? file : `${file}.pdf`;
}
