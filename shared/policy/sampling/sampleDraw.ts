/**
 * `count` of `lot` units drawn at random, by their place in the order of counting, from 1, ascending.
 * The same seed draws the same units, so that nobody chooses them and everybody can draw them again.
 */
export function drawSample(seed: string, lot: number, count: number): readonly number[] {
  const next = randomFrom(seed);
  const places = Array.from({ length: lot }, (_, index) => index + 1);
  const drawn: number[] = [];
  while (drawn.length < Math.min(count, lot)) {
    const [place] = places.splice(Math.floor(next() * places.length), 1);
    if (place !== undefined) drawn.push(place);
  }
  return drawn.sort((a, b) => a - b);
}

/** Numbers in [0, 1) from a text: FNV-1a seeds a xorshift generator; fair enough to draw, not to hide. */
function randomFrom(seed: string): () => number {
  let state = 0x81_1c_9d_c5;
  for (const character of seed)
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  state ||= 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}
