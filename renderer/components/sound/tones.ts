/** One short rising tone, two mid tones, a low double buzz: told apart by shape, not only by pitch. */
export type Tone = 'success' | 'warning' | 'error';

type Note = {
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly to: number;
  readonly wave: OscillatorType;
};

/** Seconds and hertz. */
const scores: { readonly [T in Tone]: readonly Note[] } = {
  success: [{ at: 0, length: 0.11, from: 880, to: 1320, wave: 'sine' }],
  warning: [
    { at: 0, length: 0.12, from: 587, to: 587, wave: 'triangle' },
    { at: 0.18, length: 0.12, from: 587, to: 587, wave: 'triangle' },
  ],
  error: [
    { at: 0, length: 0.2, from: 155, to: 145, wave: 'sawtooth' },
    { at: 0.28, length: 0.26, from: 155, to: 140, wave: 'sawtooth' },
  ],
};

let heard: AudioContext | null = null;

/**
 * To open the sound takes longer than an answer may: before the first is given. What plays it is a
 * process of the engine's own; asked for devices the engine begins it beside the page, which would wait
 * for it otherwise (80 to 140 ms; 3 once it is there).
 */
export async function prepareTones(): Promise<void> {
  if (heard || typeof AudioContext === 'undefined') return;
  // Without any device, or an answer, the sound is opened all the same.
  await navigator.mediaDevices?.enumerateDevices().catch(() => []);
  heard ??= new AudioContext();
}

/** `volume` 0 to 1. Without a sound device nothing happens: the band and the word say the same. */
export function playTone(tone: Tone, volume: number): void {
  if (volume <= 0) return;
  if (typeof AudioContext === 'undefined') return;
  heard ??= new AudioContext();
  const context = heard;
  if (context.state === 'suspended') void context.resume();
  const start = context.currentTime + 0.005;
  for (const note of scores[tone]) {
    const voice = context.createOscillator();
    const loudness = context.createGain();
    const begin = start + note.at;
    const end = begin + note.length;
    voice.type = note.wave;
    voice.frequency.setValueAtTime(note.from, begin);
    voice.frequency.linearRampToValueAtTime(note.to, end);
    loudness.gain.setValueAtTime(0, begin);
    loudness.gain.linearRampToValueAtTime(volume * 0.5, begin + 0.008);
    loudness.gain.setValueAtTime(volume * 0.5, end - 0.025);
    loudness.gain.linearRampToValueAtTime(0, end);
    voice.connect(loudness).connect(context.destination);
    voice.start(begin);
    voice.stop(end);
  }
}
