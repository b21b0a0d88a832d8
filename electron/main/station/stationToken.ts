import { z } from 'zod';
import type { Clock } from '../machine/clock.ts';
import type { Vault } from '../machine/vault.ts';
import type { CentralAnswer } from './callCentral.ts';

/** Central's clock and ours may differ, so a token is kept with how long it lives, not until when. */
const KeptToken = z.object({
  token: z.string(),
  takenAt: z.number(),
  /** Null for the first token, whose end nobody told: it is rotated as soon as possible. */
  livesMs: z.number().nullable(),
});
type KeptToken = z.infer<typeof KeptToken>;

type Rotated = CentralAnswer<{ readonly token: string; readonly goodUntil: string }>;

export type StationToken = {
  readonly current: () => string | null;
  /** Central knows the current one neither for work nor for exchange. */
  readonly isRefused: () => boolean;
  readonly take: (token: string) => Promise<void>;
  readonly forget: () => Promise<void>;
  readonly isDue: () => boolean;
  /** Asks for a new one. It is on disk before it is used. */
  readonly exchange: (ask: (token: string) => Promise<Rotated>) => Promise<Rotated | null>;
};

export async function openStationToken(vault: Vault, clock: Clock): Promise<StationToken> {
  let kept: KeptToken | null = await vault.read('token', KeptToken);
  let refused: string | null = null;

  async function keep(next: KeptToken) {
    await vault.write('token', next);
    kept = next;
  }

  return {
    current: () => kept?.token ?? null,
    isRefused: () => kept !== null && kept.token === refused,
    isDue: () => kept !== null && isPastHalf(kept, clock.now()),
    take: (token) => keep({ token, takenAt: clock.now(), livesMs: null }),
    async forget() {
      kept = null;
      await vault.forget('token');
    },
    async exchange(ask) {
      if (kept === null) return null;
      const { token } = kept;
      const answer = await ask(token);
      if (answer.kind === 'refused' && answer.code === 'unauthorised') refused = token;
      if (answer.kind !== 'answered') return answer;
      const centralNow = answer.date === null ? clock.now() : Date.parse(answer.date);
      const livesMs = Math.max(0, Date.parse(answer.value.goodUntil) - centralNow);
      await keep({ token: answer.value.token, takenAt: clock.now(), livesMs });
      return answer;
    },
  };
}

function isPastHalf({ takenAt, livesMs }: KeptToken, now: number): boolean {
  const age = now - takenAt;
  return livesMs === null || age < 0 || age > livesMs / 2;
}
