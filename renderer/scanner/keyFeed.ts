/** Where a key would go if nobody held it back. */
export type KeyEffect =
  /** The browser writes or edits in a text field; putting the field back undoes it. */
  | 'text'
  /** Only the browser can do it and it harms nobody: moving focus, scrolling, copying, zoom. */
  | 'native'
  /** It may press, choose, submit or be a shortcut. */
  | 'control'
  /** Shift, Ctrl, Alt and the like by themselves. */
  | 'modifier';

export type KeyDown = {
  readonly type: 'down';
  /** The key's place. */
  readonly code: string;
  /** What the computer makes of it under its own layout. */
  readonly key: string;
  readonly location: number;
  /** Milliseconds since the window's time origin. */
  readonly timeStamp: number;
  readonly shift: boolean;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  readonly altGraph: boolean;
  readonly capsLock: boolean;
  readonly repeat: boolean;
  readonly effect: KeyEffect;
};

export type KeyUp = {
  readonly type: 'up';
  readonly code: string;
  readonly key: string;
  readonly location: number;
  readonly timeStamp: number;
};

/** `tick`: the time a decision asked to be woken at. `stop`: an input method or another window took over. */
export type Feed =
  | KeyDown
  | KeyUp
  | { readonly type: 'tick'; readonly timeStamp: number }
  | { readonly type: 'stop' };
