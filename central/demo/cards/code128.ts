const [startB, startC, codeB, fnc1, stop] = [104, 105, 100, 102, 106] as const;

/**
 * Code 128 (ISO/IEC 15417) as ones for bars and noughts for spaces, without quiet zones: digits in
 * pairs as far as the text begins with them, printable ASCII after that. With `gs1` it is GS1-128.
 */
export function code128(text: string, { gs1 = false } = {}): string {
  const digits = /^(\d\d)*/.exec(text)?.[0] ?? '';
  const pairs = digits.length >= 4 ? digits : '';
  const rest = Array.from(text.slice(pairs.length), (letter) => letter.charCodeAt(0) - 32);
  const values = [
    pairs === '' ? startB : startC,
    ...(gs1 ? [fnc1] : []),
    ...(pairs.match(/\d\d/g) ?? []).map(Number),
    ...(pairs !== '' && rest.length > 0 ? [codeB] : []),
    ...rest,
  ];
  const check = values.reduce((sum, value, i) => sum + value * Math.max(1, i), 0) % 103;
  return [...values, check, stop]
    .map((value) => widths[value] ?? '')
    .join('')
    .replace(/\d/g, (width, at: number) => (at % 2 === 0 ? '1' : '0').repeat(Number(width)));
}

/** Bars and spaces of each symbol character, in modules. */
const widths = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 ' +
  '122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 ' +
  '321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 ' +
  '211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 ' +
  '213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 ' +
  '121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 ' +
  '241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 ' +
  '412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 ' +
  '211214 211232 2331112'
).split(' ');
