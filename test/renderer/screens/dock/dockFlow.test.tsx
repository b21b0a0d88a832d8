import { describe, expect, test, vi } from 'vitest';
import { aDock, label, soon } from './aDock.tsx';

const pump = ']C10109521101530001\u001D10AB-123';

describe('At the dock', () => {
  test('a parcel, its pieces and DONE, by scans alone', async () => {
    const dock = await aDock();
    dock.scan(label);
    await expect.poll(dock.text, soon).toContain('Received');
    await expect.poll(dock.text, soon).toContain('0 of 10');
    dock.scan(pump);
    await expect.poll(dock.text, soon).toContain('1 of 10');
    for (let piece = 2; piece <= 10; piece += 1) dock.scan(pump);
    await expect.poll(dock.text, soon).toContain('10 of 10');
    dock.scan('QS-CMD-DONE');
    await expect.poll(dock.text, soon).toContain('Parcel done');
    expect(await dock.kinds()).toEqual(expect.arrayContaining(['arrival', 'unitsCounted']));
  });

  test('the number of a label no scanner can read is asked for by one key', async () => {
    const dock = await aDock();
    dock.press('/');
    await expect
      .poll(() => document.activeElement?.matches('[role="dialog"] input'), soon)
      .toBe(true);
  });

  test('a scan that comes before the one before it is drawn still finds its parcel', async () => {
    const dock = await aDock();
    dock.scan(label);
    dock.scan(pump);
    dock.scan(pump);
    await expect.poll(dock.text, soon).toContain('2 of 10');
    expect(await dock.kinds()).not.toContain('correction');
  });

  test('an unknown label is kept only with OK, and another label takes the question away', async () => {
    const dock = await aDock();
    dock.scan('QS-NOT-HERE-123');
    await expect.poll(dock.text, soon).toContain('Keep as unexpected parcel');
    dock.scan('ANOTHER-LABEL-9');
    await expect.poll(dock.text, soon).toContain('ANOTHER-LABEL-9');
    expect(await dock.kinds()).toEqual([]);
    dock.press('F10');
    await expect.poll(dock.text, soon).toContain('Kept as unexpected');
    expect(await dock.kinds()).toEqual(['arrival']);
  });

  test('UNDO takes back the last scan', async () => {
    const dock = await aDock();
    dock.scan(label);
    await expect.poll(dock.text, soon).toContain('0 of 10');
    dock.scan(pump);
    await expect.poll(dock.text, soon).toContain('1 of 10');
    dock.scan('QS-CMD-UNDO');
    await expect.poll(dock.text, soon).toContain('Taken back');
    await expect.poll(dock.text, soon).toContain('0 of 10');
  });

  test('the same parcel again says who received it, and is open for counting', async () => {
    const dock = await aDock();
    dock.scan(label);
    await expect.poll(dock.text, soon).toContain('Received');
    dock.scan('QS-CMD-DONE');
    await expect.poll(dock.text, soon).toContain('Parcel set down');
    dock.scan(label);
    await expect.poll(dock.text, soon).toContain('Here already');
    await expect.poll(dock.text, soon).toContain('0 of 10');
  });

  test('after a refusal nothing is recorded until somebody has seen it', async () => {
    const dock = await aDock();
    vi.spyOn(dock.station.desktop, 'sealCommand').mockResolvedValue({
      ok: false,
      refusal: { code: 'journalFailed', detail: 'disk' },
    });
    dock.scan(label);
    await expect.poll(dock.text, soon).toContain('OK, understood');
    dock.scan('QS-NOT-HERE-123');
    dock.scan('QS-NOT-HERE-123');
    expect(dock.text()).not.toContain('Not expected today');
    dock.scan('QS-CMD-OK');
    await expect.poll(dock.text, soon).toContain('Ready to scan');
    dock.scan('QS-NOT-HERE-123');
    await expect.poll(dock.text, soon).toContain('Not expected today');
  });
});
