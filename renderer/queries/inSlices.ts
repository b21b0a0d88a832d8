/** No longer than a person notices. */
const sliceMs = 8;

/** Maps thousands of values without holding the thread: keys and scans come in between. */
export async function inSlices<T, R>(values: readonly T[], map: (value: T) => R): Promise<R[]> {
  const mapped: R[] = [];
  let since = performance.now();
  for (const value of values) {
    mapped.push(map(value));
    if (performance.now() - since < sliceMs) continue;
    await nextTask();
    since = performance.now();
  }
  return mapped;
}

/** After whatever waits for the thread has had it. */
export async function nextTask(): Promise<void> {
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
