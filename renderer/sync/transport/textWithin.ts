/** The text of an answer, or null as soon as it is longer than `mostBytes`. */
export async function textWithin(response: Response, mostBytes: number): Promise<string | null> {
  if (Number(response.headers.get('content-length') ?? 0) > mostBytes) {
    await response.body?.cancel();
    return null;
  }
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  const deps: string[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      return null;
    }
    deps.push(decoder.decode(value, { stream: true }));
  }
  return deps.join('') + decoder.decode();
}
