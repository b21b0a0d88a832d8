import type { LayoutName } from './layouts.ts';

/** What the scanner doctor learns about a station's scanner. */
export type ScannerProfile = {
  /**
   * What the scanner types before every code: characters, or the name of one key in angle brackets
   * ("<F9>"). It proves a scan; without it only the pace of the keys tells. "]" is the AIM
   * identifier's own first character and stays part of the text.
   */
  readonly prefix?: string;
  readonly suffix: 'Enter' | 'Tab' | 'none';
  /** How GS1's separator arrives: as its own control character (Ctrl+]), or as a stand-in. */
  readonly gs: '\u001d' | 'F8' | '~' | 'Alt0029';
  /** The keyboard the scanner believes it is; what the computer is set to does not matter. */
  readonly layout: LayoutName;
  /** The longest pause within a scan, milliseconds. */
  readonly maxKeyGapMs: number;
};

export const usualScanner: ScannerProfile = {
  suffix: 'Enter',
  gs: '\u001d',
  layout: 'us',
  maxKeyGapMs: 60,
};
