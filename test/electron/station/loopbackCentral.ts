import { onTestFinished } from 'vitest';
import { centralOnLoopback } from './centralOnLoopback.ts';

export async function loopbackCentral(answers: Parameters<typeof centralOnLoopback>[0] = {}) {
  const central = await centralOnLoopback(answers);
  onTestFinished(central.close);
  return central;
}
