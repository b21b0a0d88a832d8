import type { SyncStatus } from '../../sync/startSync.ts';
import { isCertificate } from '../../wording/sayRefusal.ts';

/** The main process' word for an answer, or a redirection, that is nobody's it knows. */
const notUnderstood = 'answer not understood';

const whileReached = {
  storage: 'bar.storage',
  busy: 'bar.busy',
  refused: 'bar.refusing',
  unreadable: 'bar.refusing',
} as const;

/**
 * What stands between the station and central, beyond a missing network: it may not pass by itself.
 * null: nothing, or the network is not there. With trouble, to have reached central is not to be online.
 */
export function inTheWay({
  reached,
  trouble,
}: Pick<SyncStatus, 'reached' | 'trouble'>):
  | 'bar.captive'
  | 'bar.certificate'
  | (typeof whileReached)[keyof typeof whileReached]
  | null {
  if (!trouble) return null;
  if (trouble.isStranger || trouble.detail.endsWith(notUnderstood)) return 'bar.captive';
  if (isCertificate(trouble.detail)) return 'bar.certificate';
  return reached === true && trouble.kind !== 'offline' ? whileReached[trouble.kind] : null;
}
