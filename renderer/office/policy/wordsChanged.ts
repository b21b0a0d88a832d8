/** A run of words that both texts have, or one alone. */
export type Run = { readonly words: string; readonly isOwn: boolean };

/**
 * Two texts word by word, each as runs: what both have, in its order, and what it has alone.
 * By the longest common sequence of words; Chinese goes character by character.
 */
export function wordsChanged(
  before: string,
  after: string,
): { readonly before: readonly Run[]; readonly after: readonly Run[] } {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  const longest = lengthsFrom(was, is);
  const wide = is.length + 1;
  const at = (i: number, j: number) => longest[i * wide + j] ?? 0;
  const [left, right]: [Run[], Run[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    const [here, there] = [was[i], is[j]];
    if (here !== undefined && here === there) {
      put(left, here, false);
      put(right, here, false);
      i += 1;
      j += 1;
    } else if (here !== undefined && (there === undefined || at(i + 1, j) >= at(i, j + 1))) {
      put(left, here, true);
      i += 1;
    } else {
      put(right, there ?? '', true);
      j += 1;
    }
  }
  return { before: left, after: right };
}

/** How many words two texts have in common from each pair of places on. */
function lengthsFrom(was: readonly string[], is: readonly string[]): Uint16Array {
  const wide = is.length + 1;
  const longest = new Uint16Array((was.length + 1) * wide);
  for (let i = was.length - 1; i >= 0; i--)
    for (let j = is.length - 1; j >= 0; j--)
      longest[i * wide + j] =
        was[i] === is[j]
          ? (longest[(i + 1) * wide + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * wide + j] ?? 0, longest[i * wide + j + 1] ?? 0);
  return longest;
}

/** Spaces belong to the word before them. */
function wordsOf(text: string): readonly string[] {
  return text.match(/(?:\p{Script=Han}|[^\s\p{Script=Han}]+)\s*|\s+/gu) ?? [];
}

function put(runs: Run[], word: string, isOwn: boolean): void {
  const last = runs.at(-1);
  if (last?.isOwn === isOwn) runs[runs.length - 1] = { words: last.words + word, isOwn };
  else runs.push({ words: word, isOwn });
}
