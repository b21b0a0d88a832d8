import { awaitsSecondApproval } from '../../shared/cases/decisions/approval.ts';
import { contradictions, isOutdated } from '../../shared/cases/decisions/signatures.ts';
import { isDeclinedForGood } from '../../shared/cases/reading/caseFile.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { DeskFigures } from '../storage/rows.ts';
import type { LoadedCase } from './loadedCase.ts';

/** What the desk's queue says of a case besides its row, and what it is filtered by. */
export function deskFiguresOf(loaded: LoadedCase): DeskFigures {
  const { file } = loaded;
  const { received, inspected } = file.duties;
  return {
    ...wantedOf(loaded),
    received,
    inspected,
    reasons: [...new Set(file.returnCase.lines.map((line) => line.claimedReason))],
    carriers: [
      ...new Set(
        file.arrivals.flatMap(({ arrivalId, carrier }) => {
          const seen = file.doorChecks.findLast((check) => check.arrivalId === arrivalId);
          return seen?.carrier ?? carrier ?? [];
        }),
      ),
    ],
  };
}

function wantedOf({
  file,
  references,
}: LoadedCase): Pick<DeskFigures, 'wants' | 'signed' | 'asks' | 'isAnew'> {
  const by = (signed: readonly PersonId[]) => ({
    signed: [...new Set(signed)],
    asks: null,
    isAnew: false,
  });
  if (file.state === 'onHold') return { wants: 'release', ...by([]) };
  if (file.state === 'sentBack') {
    const last = file.decisions.filter((d) => d.decision === 'sendBack').slice(-1);
    return { wants: 'bench', ...by(last.map((d) => d.personId)) };
  }
  if (file.heads.length > 1) return { wants: 'choice', ...by([]) };
  if (file.state === 'partlyDecided' && isDeclinedForGood(file))
    return { wants: 'more', ...by([]) };
  const rivals = contradictions(file);
  if (rivals.length > 0) return { wants: 'agreement', ...by(rivals.map((d) => d.personId)) };
  const first = awaitsSecondApproval(file, references);
  if (first)
    return {
      wants: 'second',
      signed: [first.personId],
      asks: first.asks ?? null,
      isAnew: isOutdated(first, file, references),
    };
  const isOpen = file.state === 'verdictProposed' || file.state === 'partlyDecided';
  return { wants: isOpen ? 'decision' : 'nothing', ...by([]) };
}
