import { expect, onTestFinished, test, vi } from 'vitest';
import { playTone, prepareTones } from '../../../renderer/components/sound/tones.ts';

test('the sound is opened once, before the first answer, and not for who wants none', () => {
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
  vi.stubGlobal('AudioContext', Sound);
  onTestFinished(() => void vi.unstubAllGlobals());
  playTone('error', 0);
  expect(opened).toBe(0);
  prepareTones();
  expect([opened, played.length]).toEqual([1, 0]);
  playTone('success', 0.5);
  playTone('warning', 0.5);
  expect([opened, played.length]).toEqual([1, 3]);
});
