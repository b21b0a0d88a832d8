/** Which of several parts, one after another, a place lies in; asked place by place, it is mostly the one of before. */
export function partAt<Part extends { readonly start: number; readonly length: number }>(
  parts: readonly Part[],
): (place: number) => Part | undefined {
  let near = parts[0];
  return (place) => {
    if (near && place >= near.start && place < near.start + near.length) return near;
    near = parts.findLast(({ start }) => start <= place);
    return near;
  };
}
