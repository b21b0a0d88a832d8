/** A sleep that may be cut short: by `ring`, unless it must be slept out, or for ever by `stop`. */
export type WakeableSleep = {
  /** Whether it was cut short by `ring`. */
  readonly sleep: (ms: number, soundly?: boolean) => Promise<boolean>;
  readonly ring: () => void;
  readonly stop: () => void;
};

export function wakeableSleep(): WakeableSleep {
  let rung = false;
  let stopped = false;
  let sound = false;
  let wake: (() => void) | null = null;
  return {
    async sleep(ms, soundly = false) {
      if (stopped || (rung && !soundly)) {
        const wasRung = rung;
        rung = false;
        return wasRung;
      }
      sound = soundly;
      let timer: ReturnType<typeof setTimeout> | undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, ms);
      });
      clearTimeout(timer);
      wake = null;
      const wasRung = rung && !soundly;
      rung = false;
      return wasRung;
    },
    ring() {
      rung = true;
      if (!sound) wake?.();
    },
    stop() {
      stopped = true;
      wake?.();
    },
  };
}
