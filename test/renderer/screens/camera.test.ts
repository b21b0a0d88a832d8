import { expect, test } from 'vitest';
import { isAllDark } from '../../../renderer/screens/camera/developing/isAllDark.ts';
import { camerasOf, findCamera, troubleOf } from '../../../renderer/screens/camera/findCamera.ts';

const pixels = (light: (at: number) => number) =>
  Array.from({ length: 400 }, (_, at) => (at % 4 === 3 ? 255 : light(Math.floor(at / 4))));

test('a picture is black only where not one point has light, whatever noise the sensor adds', () => {
  expect(isAllDark(pixels(() => 0))).toBe(true);
  expect(isAllDark(pixels((at) => at % 17))).toBe(true);
  expect(isAllDark(pixels((at) => (at === 50 ? 90 : 4)))).toBe(false);
  expect(isAllDark(pixels(() => 40))).toBe(false);
});

test.each([
  ['NotAllowedError', 'denied'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['NotFoundError', 'absent'],
  ['OverconstrainedError', 'absent'],
])('%s of the browser is a camera that is %s', (name, trouble) => {
  const failure = new Error('no');
  failure.name = name;
  expect(troubleOf(failure)).toBe(trouble);
});

test('the chosen camera is found by its name where its id has changed, and any other where it is gone', async () => {
  const device = (deviceId: string, label: string) => ({ kind: 'videoinput', deviceId, label });
  const devices = {
    enumerateDevices: async () => [device('new', 'Bench'), device('lid', 'Lid'), device('', '')],
  } as unknown as MediaDevices;
  expect(await camerasOf(devices)).toEqual([
    { id: 'new', name: 'Bench' },
    { id: 'lid', name: 'Lid' },
  ]);
  const asked = await Promise.all([
    findCamera(devices, { id: 'lid', name: 'Lid' }),
    findCamera(devices, { id: 'old', name: 'Bench' }),
    findCamera(devices, { id: 'old', name: 'Gone' }),
  ]);
  expect(asked).toMatchObject([{ deviceId: { exact: 'lid' } }, { deviceId: { exact: 'new' } }, {}]);
  expect(asked[2]).not.toHaveProperty('deviceId');
});
