/** What a room needs of the logger. Never hand it tokens, PINs, keys or bodies. */
export type Log = {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
};

export const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
