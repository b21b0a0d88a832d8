import { casesTouchedBy } from '../../cases/factsOfCases.ts';
import { refreshCases } from '../../cases/refreshCases.ts';
import { heardEpoch, offeredAfterRestore } from '../../protocol/offering.ts';
import { withAcks } from '../../storage/ackRanges.ts';
import { setStationValues, startOver, stationValues } from '../../storage/meta.ts';
import type { SyncDeps } from '../transport/syncDeps.ts';
import { offerAgain } from './offerAgain.ts';

/**
 * Central starts a new count: at first contact, or because it was restored from a back-up. Then
 * what it accepted since may be lost to it, so the last 30 days are offered again and every
 * document is asked for anew.
 */
export async function adoptEpoch({ db, now }: SyncDeps, epoch: string): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const heard = heardEpoch((await stationValues(db)).epoch, epoch);
    if (heard === 'same') return;
    if (heard === 'first') {
      await setStationValues(db, { epoch });
      return;
    }
    const own = await db.facts.where('envelope.sequence').above(0).sortBy('sequence');
    const offered = offeredAfterRestore(await withAcks(db, own));
    await offerAgain(db, offered);
    await db.photos
      .where('[state+dueBefore]')
      .between(['verified', ''], ['verified', '\uffff'])
      .modify({ state: 'stored', verifiedAt: null });
    await setStationValues(db, { epoch });
    await startOver(db);
    await refreshCases(
      db,
      await casesTouchedBy(db, offered),
      new Date(now()).toISOString(),
      'facts',
    );
  });
}
