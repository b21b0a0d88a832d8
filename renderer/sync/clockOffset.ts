/** Central's clock minus ours in milliseconds, taking its answer for the middle of asking and hearing. */
export function clockOffset(centralTime: string, askedAt: number, heardAt: number): number {
  const offset = Math.round(Date.parse(centralTime) - (askedAt + heardAt) / 2);
  // Half a millisecond behind rounds to minus zero, which no journal keeps: text knows one zero.
  return offset === 0 ? 0 : offset;
}
