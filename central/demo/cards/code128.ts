import bwip from 'bwip-js/node';

/**
 * Code 128 (ISO/IEC 15417) as ones for bars and noughts for spaces, without quiet zones. With `gs1` it
 * is GS1-128.
 */
export function code128(text: string, { gs1 = false } = {}): string {
  const [drawn] = gs1
    ? bwip.raw('code128', `^FNC1${text}`, 'parsefnc')
    : bwip.raw('code128', text, '');
  if (!drawn || !('sbs' in drawn)) throw new Error(`No bars for ${text}`);
  return drawn.sbs.map((width, at) => (at % 2 === 0 ? '1' : '0').repeat(width)).join('');
}
