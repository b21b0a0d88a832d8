import type { CardCommand } from '../../../shared/barcodes/barcodeOwn.ts';
import { nameOfLabel, type Scan } from '../../../shared/barcodes/scan.ts';
import type { ArrivalId, CaseId } from '../../../shared/ids.ts';
import { useActionContext, useFind } from '../../workflow/AtWork.tsx';
import type { CountOf, OpenParcel } from '../../workflow/openParcel.ts';
import { isNameOfParcel, routeScan } from '../../workflow/routeScan.ts';
import { useTurnAway } from '../../workflow/ScanFeed.tsx';
import { useInTurn } from '../../workflow/useInTurn.ts';
import { useReadable } from '../../workflow/useReadable.ts';
import { useSaid } from '../../workflow/useSaid.ts';
import { amend, count } from '../parcel/counting.ts';
import { type DockSays, toneOf } from '../parcel/dockSays.ts';
import {
  type Asked,
  type DockTable,
  labelOf,
  type SharedLabel,
  viewOf,
} from '../parcel/dockTable.ts';
import { sayDamaged, sayDoor } from '../parcel/door.ts';
import { answeredBy, answerQuantity, askQuantity } from '../parcel/goods.ts';
import { undoLast } from '../parcel/undoing.ts';

/** What scans and cards do with goods without a case on the bench: as at the dock, but for receiving. */
export function useBlindWork(options: {
  readonly arrivalId: ArrivalId;
  readonly zone: string;
  readonly link: (caseId: CaseId, reason: string) => Promise<void>;
  readonly onLeave: () => void;
}) {
  const { arrivalId, zone, link } = options;
  const context = useActionContext();
  const { find } = useFind();
  const turnAway = useTurnAway();
  const { shown: says, say } = useSaid<DockSays>(toneOf, false);
  const open: OpenParcel = { arrivalId, caseId: null };
  const parcel = useReadable<OpenParcel | null>(open);
  const asked = useReadable<Asked | null>(null);
  const shared = useReadable<SharedLabel | null>(null);
  const table: DockTable = { context, dock: '', zone, parcel, asked, shared, say };
  const queue = useInTurn((detail) => say({ kind: 'trouble', detail }));
  const inTurn = (work: () => Promise<unknown>): void => {
    void queue(work);
  };

  async function scanned(scan: Scan): Promise<void> {
    const label = labelOf(scan);
    const { barcode, raw } = label;
    if (barcode.kind === 'findingCard') return turnAway('card');
    if (barcode.kind === 'command') return await commanded(barcode.command);
    const question = asked.now();
    if (question?.kind === 'quantity' && (await answeredBy(table, question, barcode))) return;
    asked.put(null);
    const matches = await find(scan, 'patiently');
    const { stationId } = context.enrolment;
    const expected = await viewOf(table, open);
    const step = routeScan(scan, {
      matches,
      parcel: open,
      expected,
      stationId,
      isPaperless: true,
    });
    switch (step.kind) {
      // At the bench the goods are open already: what could be an article is one.
      case 'askArticle':
      case 'count':
        return await count(table, step.count, raw);
      case 'amend':
        return await amend(table, step, raw);
      case 'askQuantity':
        return askQuantity(table, step, raw);
      case 'command':
      case 'findingCard':
      case 'badge':
        return undefined;
      case 'link':
      case 'receive': {
        const match = matches.find((one) => one.kind === 'case');
        if (match?.kind !== 'case') return turnAway(matches.length > 0 ? 'blind' : 'unknown');
        if (isNameOfParcel(match.by.kind))
          return await link(match.row.caseId, nameOfLabel(barcode));
        // A piece of what was announced: a person says whether it is that.
        const { row } = match;
        asked.put({ kind: 'link', row, label });
        return say({ kind: 'askLink', name: row.rma ?? row.clientName });
      }
      default:
        return say(step);
    }
  }

  async function commanded(command: CardCommand): Promise<void> {
    const question = asked.now();
    say(null);
    switch (command) {
      case 'ok':
        asked.put(null);
        return question?.kind === 'link'
          ? await link(
              question.row.caseId,
              question.label.barcode ? nameOfLabel(question.label.barcode) : '',
            )
          : undefined;
      case 'undo':
        return await undoLast(table);
      case 'damaged':
        return await sayDamaged(table, open);
      case 'hazard':
        return void (await sayDoor(table, open, { condition: 'leaking' }));
      case 'done':
        return options.onLeave();
      case 'photo':
      case 'missing':
      case 'switch':
        return turnAway('card');
    }
  }

  return {
    says,
    asked: asked.shown,
    scan: (scan: Scan) => inTurn(() => scanned(scan)),
    command: (command: CardCommand) => inTurn(() => commanded(command)),
    countByHand: (what: CountOf) => inTurn(() => count(table, what, null)),
    sayQuantity: (quantity: number) => inTurn(() => answerQuantity(table, quantity)),
    leave: () => asked.put(null),
  };
}
