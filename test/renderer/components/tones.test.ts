import { expect, onTestFinished, test, vi } from 'vitest';
import { playTone, prepareTones } from '../../../renderer/components/sound/tones.ts';

test('the sound is opened once, before the first answer, once what plays it has begun, and not for who wants none', async () => {
  let opened = 0;
  const played: string[] = [];
  const silent = {
    setValueAtTime: () => {},
    linearRampToValueAtTime: () => {},
  };
  class Sound {
    state = 'running';
    currentTime = 0;
    destination = {};
    constructor() {
      opened += 1;
    }
    createOscillator() {
      return {
        type: '',
        frequency: silent,
        connect: () => ({ connect: () => {} }),
        start: () => played.push('note'),
        stop: () => {},
      };
    }
    createGain() {
      return { gain: silent };
    }
  }
  let begin = () => {};
  const begun = new Promise<readonly []>((resolve) => {
    begin = () => resolve([]);
  });
  vi.stubGlobal('AudioContext', Sound);
  vi.stubGlobal('navigator', { mediaDevices: { enumerateDevices: () => begun } });
  onTestFinished(() => void vi.unstubAllGlobals());
  playTone('error', 0);
  expect(opened).toBe(0);
  const isReady = prepareTones();
  // Opened now, the page would wait for a process that is only being started.
  expect(opened).toBe(0);
  begin();
  await isReady;
  expect([opened, played.length]).toEqual([1, 0]);
  playTone('success', 0.5);
  playTone('warning', 0.5);
  expect([opened, played.length]).toEqual([1, 3]);
});
