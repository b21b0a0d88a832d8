/**
 * Who keeps secrets unreadable to other users of this machine. `none` is an honest answer: there
 * is no keyring here, and the file's permissions are all there is.
 */
export type Keyring = {
  readonly kind: 'os' | 'none';
  readonly protect: (plain: Uint8Array) => Promise<Uint8Array>;
  /** Throws when it cannot be revealed here: another user, another machine, a lost keyring. */
  readonly reveal: (kept: Uint8Array) => Promise<Uint8Array>;
};

export const noKeyring: Keyring = {
  kind: 'none',
  protect: async (plain) => plain,
  reveal: async (kept) => kept,
};
