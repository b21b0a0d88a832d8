/** A station's turn at central's work, while it lasts. */
export type Turn = {
  /** Others ask as well: parts of the work are to be small. */
  isShared(): boolean;
  /** Between two parts: lets others in. */
  giveWay(): Promise<void>;
};

/** For work that nobody else waits for. */
export const ownTurn: Turn = { isShared: () => false, giveWay: async () => undefined };
