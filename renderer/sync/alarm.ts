/** A sleep that may be cut short: by `ring`, unless it must be slept out, or for ever by `stop`. */
export type Alarm = {
  readonly sleep: (ms: number, soundly?: boolean) => Promise<void>;
  readonly ring: () => void;
  readonly stop: () => void;
};

export function alarm(): Alarm {
  let rung = false;
  let stopped = false;
  let sound = false;
  let wake: (() => void) | null = null;
  return {
    async sleep(ms, soundly = false) {
      if (stopped || (rung && !soundly)) {
        rung = false;
        return;
      }
      sound = soundly;
      let timer: ReturnType<typeof setTimeout> | undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, ms);
      });
      clearTimeout(timer);
      wake = null;
      rung = false;
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
