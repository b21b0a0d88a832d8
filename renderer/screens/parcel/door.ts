import type { Result } from '../../../shared/result.ts';
import { type CheckDoor, checkDoor, type Door, doorIn } from '../../actions/checkDoor.ts';
import { holdCase } from '../../actions/holdCase.ts';
import type { CaseView } from '../../queries/oneCase/caseView.ts';
import type { ActionRefusal } from '../../recording/actionContext.ts';
import type { OpenParcel } from '../../workflow/openParcel.ts';
import type { Shutter } from '../camera/Camera.tsx';
import { takePicture } from '../camera/takePicture.ts';
import { type DockTable, recordedFor, viewOf } from './dockTable.ts';

export type { Door } from '../../actions/checkDoor.ts';

/** What was last said of the outside of these goods. */
export function doorOf(view: CaseView | null, arrivalId: string): Door {
  const { arrivals = [], doorChecks = [] } = view?.file ?? {};
  return doorIn([...arrivals, ...doorChecks], arrivalId);
}

/** Says something new of the outside; what was said before of the rest stays. */
export async function sayDoor(
  table: DockTable,
  open: OpenParcel,
  news: Partial<Door>,
): Promise<Result<unknown, ActionRefusal>> {
  const { say } = table;
  const view = await viewOf(table, open);
  const said = await recorded(table, open, view, () => news);
  if (!said.ok || news.condition === undefined) return said;
  if (news.condition === 'leaking') await saySpill(table, open, view);
  else say({ kind: 'doorChecked', condition: news.condition });
  return said;
}

/** The card says that something is wrong; what somebody said more exactly stays. */
export async function sayDamaged(table: DockTable, open: OpenParcel): Promise<void> {
  const view = await viewOf(table, open);
  const { condition } = doorOf(view, open.arrivalId);
  if (condition !== 'good') return table.say({ kind: 'doorChecked', condition });
  const said = await recorded(table, open, view, (before) =>
    before.condition === 'good' ? { condition: 'deformed' } : {},
  );
  if (said.ok) table.say({ kind: 'doorChecked', condition: said.value.condition });
}

async function recorded(
  { context, say }: DockTable,
  open: OpenParcel,
  view: CaseView | null,
  news: CheckDoor['news'],
): ReturnType<typeof checkDoor> {
  const caseId = recordedFor(open, view);
  const result = await checkDoor(context, { arrivalId: open.arrivalId, caseId, news, note: '' });
  if (!result.ok) say({ kind: 'refused', refusal: result.refusal });
  return result;
}

/** What leaks is held, once. */
async function saySpill(table: DockTable, open: OpenParcel, view: CaseView | null): Promise<void> {
  const { context, say } = table;
  if (!(view?.file.holds.some((hold) => hold.reason === 'hazard') ?? false)) {
    const hazard = { reason: 'hazard', pausesClock: false, note: '' } as const;
    const of = { caseId: recordedFor(open, view), arrivalId: open.arrivalId };
    const held = await holdCase(context, { ...of, ...hazard });
    if (!held.ok) return say({ kind: 'refused', refusal: held.refusal });
  }
  return say({ kind: 'hazard' });
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
