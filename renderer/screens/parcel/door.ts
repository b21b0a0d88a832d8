import type { ArrivalFact } from '../../../shared/facts/fact.ts';
import { checkDoor } from '../../actions/checkDoor.ts';
import { holdCase } from '../../actions/holdCase.ts';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import type { OpenParcel } from '../../workflow/openParcel.ts';
import type { Shutter } from '../camera/Camera.tsx';
import { takePicture } from '../camera/takePicture.ts';
import { type DockTable, recordedFor, viewOf } from './dockTable.ts';

/** What can be said of a parcel from the outside. */
export type Door = Pick<ArrivalFact, 'carrier' | 'packages' | 'seal' | 'condition'>;

const unseen: Door = { carrier: null, packages: 1, seal: null, condition: 'good' };

/** What was last said of the outside of these goods. */
export function doorOf(view: CaseView | null, arrivalId: string): Door {
  const checked = view?.file.doorChecks.findLast((d) => d.arrivalId === arrivalId);
  const arrival = view?.file.arrivals.find((a) => a.arrivalId === arrivalId);
  const { carrier, packages, seal, condition } = checked ?? arrival ?? unseen;
  return { carrier, packages, seal, condition };
}

/** Says something new of the outside; what was said before of the rest stays. */
export async function sayDoor(
  table: DockTable,
  open: OpenParcel,
  news: Partial<Door>,
): Promise<void> {
  const { context, say } = table;
  const view = await viewOf(table, open);
  const caseId = recordedFor(open, view);
  const { arrivalId } = open;
  const door = { ...doorOf(view, arrivalId), ...news };
  const result = await checkDoor(context, { arrivalId, caseId, ...door, note: '' });
  if (!result.ok) return say({ kind: 'refused', refusal: result.refusal });
  if (news.condition === undefined) return;
  if (news.condition !== 'leaking') return say({ kind: 'doorChecked', condition: door.condition });
  const isHeld = view?.file.holds.some((hold) => hold.reason === 'hazard') ?? false;
  if (!isHeld) {
    const hazard = { reason: 'hazard', pausesClock: false, note: '' } as const;
    const held = await holdCase(context, { caseId, arrivalId, ...hazard });
    if (!held.ok) return say({ kind: 'refused', refusal: held.refusal });
  }
  return say({ kind: 'hazard' });
}

/** The card says that something is wrong; what somebody said more exactly stays. */
export async function sayDamaged(table: DockTable, open: OpenParcel): Promise<void> {
  const { condition } = doorOf(await viewOf(table, open), open.arrivalId);
  if (condition !== 'good') return table.say({ kind: 'doorChecked', condition });
  return await sayDoor(table, open, { condition: 'deformed' });
}

export async function photograph(
  table: DockTable,
  camera: React.RefObject<Shutter | null>,
): Promise<void> {
  const { context, say } = table;
  const open = table.parcel.now();
  if (!open) return say({ kind: 'parcelFirst' });
  const result = await takePicture(context, camera.current, async () => ({
    caseId: recordedFor(open, await viewOf(table, open)),
    subject: { kind: 'arrival', arrivalId: open.arrivalId },
    shot: 'door',
  }));
  if (result.ok) return say({ kind: 'photographed' });
  const { refusal } = result;
  return say(
    refusal.code === 'cameraNotReady' ? { kind: 'cameraNotReady' } : { kind: 'refused', refusal },
  );
}
