/** In this file the database speaks when it likes, as in the application: there is no act to wait for. */
export function speaksWhenItLikes(): void {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
}
