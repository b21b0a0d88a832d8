/** Texts somebody prints on a label to see what happens: no reader may stumble, whatever it takes them for. */

/** Repeats itself for a given seed. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const separator = '\u001d';
/** Labels of the house, of carriers and by GS1's rules, and pieces of them. */
const labels = [
  'RMA-26-0004711',
  'RMA-26-000471',
  '1Z999AA10123456784',
  '00340434161094022115',
  '(00)340434161094022115',
  ']C100340434161094022115',
  `]C1019501101530003${separator}10LOT${separator}21SERIAL`,
  ']d2010950110153000310ABC',
  'https://id.gs1.org/01/09501101530003/10/LOT?11=261120',
  '420123459400109205568000000000',
  '[)>\u001e01\u001d96841706672\u001d840\u001d019\u001d1Z51062EV\u001dUPSN\u001e\u0004',
  'JJD000390007826480000',
  '9501101530003',
  '4006381333931',
];
const pieces = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://elsewhere.example/?',
  "'; drop table facts; --",
  '#{process.exit()}',
  '{{7*7}}',
  '%0a%00%ff',
  '%25%32%35',
  '../../../../',
  '__proto__',
  'constructor',
  '=cmd|calc',
  '\u202e\u2066',
  '\ud83d',
  '\udc00',
  '\u0000',
  '\u001b[2J',
  '\r\n',
  '\t',
  '\ufeff',
  'İ',
  'ß',
  'ǅ',
  '٠١٢٣',
  '𝟘𝟙',
  separator,
  '\u001e',
  '\u0004',
  ']C1',
  ']Q3',
  ']',
  '(01)',
  '(10)',
  '(',
  '99',
  '8200',
  '0'.repeat(40),
  '1'.repeat(18),
  ' ',
];

/** One of them: a label changed, pieces in any order, one thing said again and again, or anything at all. */
export function maliciousBarcode(n: number): string {
  const die = dice(n);
  const pick = (from: readonly string[]) => from[die(from.length)] ?? '';
  const character = () =>
    String.fromCharCode(die(4) === 0 ? die(65_536) : die(8) === 0 ? die(32) : 32 + die(95));
  const several = (most: number, make: () => string) =>
    Array.from({ length: 1 + die(most) }, make).join('');
  switch (die(6)) {
    case 0: {
      const characters = pick(labels).split('');
      for (let times = 1 + die(4); times > 0; times -= 1)
        characters.splice(die(characters.length + 1), die(2), character());
      return characters.join('');
    }
    case 1:
      return several(8, () => (die(2) === 0 ? pick(labels) : pick(pieces)));
    case 2:
      return (die(2) === 0 ? pick(pieces) : pick(labels)).repeat(1 + die(60));
    case 3:
      return `${pick([']C1', ']d2', ']Q3', '', '('])}${several(120, () => `${die(100)}${die(10_000)}`)}`;
    case 4:
      return several(200, character);
    default:
      return `${pick(labels)}${pick(pieces)}${pick(labels)}`.slice(0, 1 + die(1200));
  }
}
