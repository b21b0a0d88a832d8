/** Keeps answers that are slow to work out and asked for again and again; all go when `most` are kept. */
export function lastAnswers<T>(most: number): (key: string, answer: () => T) => T {
  const known = new Map<string, T>();
  return (key, answer) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = answer();
    if (known.size >= most) known.clear();
    known.set(key, found);
    return found;
  };
}
