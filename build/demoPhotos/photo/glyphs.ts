/** Printing for labels and plates: a dot-matrix face of 5×7, Code 128, and bitmaps of both. */
import { code128 } from '../../../central/demo/cards/code128.ts';

const rows: Readonly<Record<string, string>> = {
  A: '0E11111F111111',
  B: '1E11111E11111E',
  C: '0E11101010110E',
  D: '1E11111111111E',
  E: '1F10101E10101F',
  F: '1F10101E101010',
  G: '0E11101713110E',
  H: '1111111F111111',
  I: '0E04040404040E',
  J: '0702020202120C',
  K: '11121418141211',
  L: '1010101010101F',
  M: '111B1515111111',
  N: '11191513111111',
  O: '0E11111111110E',
  P: '1E11111E101010',
  Q: '0E11111115120D',
  R: '1E11111E141211',
  S: '0F10100E01011E',
  T: '1F040404040404',
  U: '1111111111110E',
  V: '11111111110A04',
  W: '1111111515150A',
  X: '11110A040A1111',
  Y: '11110A04040404',
  Z: '1F01020408101F',
  '0': '0E11131519110E',
  '1': '040C040404040E',
  '2': '0E11010204081F',
  '3': '1F02040201110E',
  '4': '02060A121F0202',
  '5': '1F101E0101110E',
  '6': '0608101E11110E',
  '7': '1F010204080808',
  '8': '0E11110E11110E',
  '9': '0E11110F01020C',
  '-': '0000001F000000',
  '.': '00000000000C0C',
  '/': '00010204081000',
  ':': '000C0C000C0C00',
  '(': '02040808080402',
  ')': '08040202020408',
  '=': '00001F001F0000',
  '+': '0004041F040400',
  ',': '000000000C0408',
  '%': '18190204081303',
  '°': '0C120C00000000',
  '~': '00000815020000',
};

/** A sheet of dots: `at(u, v)` says how much ink is there, u and v from 0 to 1, v downwards. */
export type Print = { readonly aspect: number; readonly ink: (u: number, v: number) => number };

export type PrintLine =
  | { readonly text: string; readonly x: number; readonly y: number; readonly size: number }
  | {
      readonly code128: string;
      readonly gs1?: true;
      readonly x: number;
      readonly y: number;
      readonly wide: number;
      readonly high: number;
    }
  | {
      readonly rule: true;
      readonly x: number;
      readonly y: number;
      readonly wide: number;
      readonly high: number;
    };

/** Sets lines of print on a sheet `width` by `height` dots; sizes and places in dots. */
export function print(width: number, height: number, lines: readonly PrintLine[]): Print {
  const dots = new Uint8Array(width * height);
  const fill = (x: number, y: number, w: number, h: number) => {
    for (let j = Math.round(y); j < Math.round(y + h); j += 1)
      for (let i = Math.round(x); i < Math.round(x + w); i += 1)
        if (i >= 0 && j >= 0 && i < width && j < height) dots[j * width + i] = 1;
  };
  for (const line of lines) {
    if ('text' in line) {
      Array.from(line.text.toUpperCase()).forEach((letter, n) => {
        const shape = rows[letter] ?? '00000000000000';
        for (let row = 0; row < 7; row += 1) {
          const bits = Number.parseInt(shape.slice(row * 2, row * 2 + 2), 16);
          for (let column = 0; column < 5; column += 1)
            if (bits & (16 >> column))
              fill(
                line.x + (n * 6 + column) * line.size,
                line.y + row * line.size,
                line.size,
                line.size,
              );
        }
      });
    } else if ('code128' in line) {
      const modules = code128(line.code128, { gs1: line.gs1 ?? false });
      const unit = line.wide / modules.length;
      Array.from(modules).forEach((dark, n) => {
        if (dark === '1') fill(line.x + n * unit, line.y, unit, line.high);
      });
    } else fill(line.x, line.y, line.wide, line.high);
  }
  return {
    aspect: width / height,
    ink: (u, v) => {
      const x = Math.floor(u * width);
      const y = Math.floor(v * height);
      return x >= 0 && y >= 0 && x < width && y < height ? (dots[y * width + x] ?? 0) : 0;
    },
  };
}
