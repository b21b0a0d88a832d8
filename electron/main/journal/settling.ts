/**
 * What the page says central has answered is struck off the journal only while somebody is signed
 * in; what it said before waits for that, and is said again at the next start.
 */
export function settling(needs: {
  readonly isSomebodyThere: () => boolean;
  readonly settle: (ids: readonly string[]) => Promise<void>;
}) {
  const said = new Set<string>();
  /** More waits nowhere: the page says it again. */
  const mostWaiting = 100_000;
  async function settleWhatWaits(): Promise<void> {
    if (!needs.isSomebodyThere() || said.size === 0) return;
    const ids = [...said];
    said.clear();
    await needs.settle(ids);
  }
  return {
    async say(ids: readonly string[]): Promise<void> {
      for (const id of ids) if (said.size < mostWaiting) said.add(id);
      await settleWhatWaits();
    },
    settleWhatWaits,
  };
}
