import bwip from 'bwip-js/generic';
import { expect, test } from 'vitest';
import { barsOfCode128 } from '../../../renderer/components/returns/code128.ts';

test.each(['QS-B-ANNA0042', 'QS-CMD-UNDO', '340123450000012345'])(
  'the bars of %s have the widths and gaps of the standard',
  (text) => {
    const [symbol] = bwip.raw({ bcid: 'code128', text });
    const widths = symbol && 'sbs' in symbol ? symbol.sbs : [];
    const expected: { at: number; width: number }[] = [];
    let at = 0;
    for (const [place, width] of widths.entries()) {
      if (place % 2 === 0) expected.push({ at, width });
      at += width;
    }
    expect(barsOfCode128(text)).toEqual({ width: at, bars: expected });
  },
);
