/** Why a file is not read, or not read to its end. Said in words by `sayFileRefusal`. */
export type FileRefusal =
  | { readonly code: 'empty' }
  | { readonly code: 'tooLarge'; readonly bytes: number; readonly most: number }
  | { readonly code: 'noTable'; readonly looksLike: LooksLike }
  | { readonly code: 'brokenText'; readonly encoding: string; readonly line: number }
  | { readonly code: 'brokenQuotes'; readonly row: number }
  | { readonly code: 'brokenJson'; readonly row: number; readonly why: string }
  | { readonly code: 'brokenZip'; readonly why: string }
  | { readonly code: 'zipBomb'; readonly name: string }
  | { readonly code: 'withPassword' }
  | { readonly code: 'brokenWorkbook'; readonly part: string; readonly why: string }
  | { readonly code: 'documentType'; readonly part: string }
  | { readonly code: 'cellTooLong'; readonly row: number; readonly most: number }
  | { readonly code: 'tooManyColumns'; readonly row: number; readonly most: number }
  | { readonly code: 'tooManyRows'; readonly most: number }
  | { readonly code: 'noSuchSheet'; readonly sheet: string; readonly sheets: readonly string[] }
  | { readonly code: 'noHeadings'; readonly looked: number }
  | { readonly code: 'tooMuchMemory' }
  | { readonly code: 'tookTooLong' };

export type LooksLike =
  | 'oldExcel'
  | 'binaryExcel'
  | 'openDocument'
  | 'otherZip'
  | 'gzip'
  | 'pdf'
  | 'page'
  | 'binary';

/** How reading ends early below the worker, which turns it into a value at its edge. */
export class FileRefused extends Error {
  readonly refusal: FileRefusal;

  constructor(refusal: FileRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
