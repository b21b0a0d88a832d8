const mostParts = 200_000;
const mostDepth = 32;

/** Whether a message is worth parsing at all: not too many bytes or parts, not too deep, no circle. */
export function weighsAtMost(message: unknown, bytes: number): boolean {
  let left = bytes;
  let parts = 0;
  const open: { readonly value: unknown; readonly depth: number }[] = [
    { value: message, depth: 0 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    parts += 1;
    left -= ownWeight(value);
    if (left < 0 || parts > mostParts || depth > mostDepth) return false;
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
    if (value instanceof Map || value instanceof Set) return false;
    for (const [key, inner] of Object.entries(value)) {
      left -= key.length;
      open.push({ value: inner, depth: depth + 1 });
    }
  }
  return left >= 0;
}

function ownWeight(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
  return 8;
}
