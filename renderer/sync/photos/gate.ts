/** A gate others wait at: open or shut, and quick to say which. */
export type Gate = {
  readonly set: (open: boolean) => void;
  readonly whenOpen: () => Promise<void>;
};

export function newGate(): Gate {
  let isOpen = false;
  let waiting: (() => void)[] = [];
  async function whenOpen(): Promise<void> {
    if (isOpen) return;
    await new Promise<void>((go) => {
      waiting.push(go);
    });
    await whenOpen();
  }
  return {
    whenOpen,
    set(open) {
      isOpen = open;
      if (!open) return;
      const through = waiting;
      waiting = [];
      for (const go of through) go();
    },
  };
}
