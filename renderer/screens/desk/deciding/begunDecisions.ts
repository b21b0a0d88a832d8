import { useEffect, useState } from 'react';
import type { PersonId } from '../../../../shared/ids.ts';
import {
  type BegunDecision,
  begunInHandOf,
  keepBegunDecisions,
} from '../../../actions/heldDecisions.ts';
import { begunDecisionsOf } from '../../../queries/station/begunDecisions.ts';
import type { ActionContext } from '../../../recording/actionContext.ts';
import { underWay } from '../../../recording/underWay.ts';
import { useActionContext } from '../../../workflow/AtWork.tsx';

export type { BegunDecision } from '../../../actions/heldDecisions.ts';

/** Of one person, by case. What is put here is on its way to this station's disk. */
export type BegunDecisions = {
  readonly has: (caseId: string) => boolean;
  readonly get: (caseId: string) => BegunDecision | undefined;
  readonly set: (caseId: string, begun: BegunDecision) => void;
  readonly delete: (caseId: string) => void;
};

type Keeping = Pick<ActionContext, 'db' | 'clock' | 'person'>;

const kept = new WeakMap<ActionContext['db'], Map<PersonId, Promise<BegunDecisions>>>();

/**
 * What this person has begun at this station: it outlives their page, which is put away when another one
 * signs in, and the application. null until it is read.
 */
export function useBegunDecisions(): BegunDecisions | null {
  const context = useActionContext();
  const { db, person } = context;
  const [read, setRead] = useState<{ of: PersonId; begun: BegunDecisions } | null>(null);
  const { personId } = person;
  useEffect(() => {
    let isLeft = false;
    const here = kept.get(db) ?? new Map<PersonId, Promise<BegunDecisions>>();
    kept.set(db, here);
    const own = here.get(personId) ?? readBegun(context);
    here.set(personId, own);
    void own.then((begun) => {
      if (!isLeft) setRead({ of: personId, begun });
    });
    return () => {
      isLeft = true;
    };
  }, [context, db, personId]);
  return read?.of === personId ? read.begun : null;
}

async function readBegun(context: Keeping): Promise<BegunDecisions> {
  const { db, person } = context;
  // A disk that gives nothing back takes away what was begun, and not the desk.
  const rows = await begunDecisionsOf(db, person.personId).catch(() => []);
  const begun = begunInHandOf(
    context,
    rows.map(({ caseId, verdictId, draft, seen }) => [caseId, { verdictId, draft, seen }]),
  );
  const write = writer(context, begun);
  return {
    has: (caseId) => begun.has(caseId),
    get: (caseId) => begun.get(caseId),
    set(caseId, one) {
      begun.set(caseId, one);
      write(caseId);
    },
    delete(caseId) {
      if (begun.delete(caseId)) write(caseId);
    },
  };
}

/** One transaction at a time, of what is so by then: what was sealed meanwhile is not begun again. */
function writer(
  context: Keeping,
  begun: ReadonlyMap<string, BegunDecision>,
): (caseId: string) => void {
  let waiting = new Set<string>();
  let isWriting = false;
  async function writeAll(): Promise<void> {
    try {
      while (waiting.size > 0) {
        const now = [...waiting];
        waiting = new Set();
        await keepBegunDecisions(
          context,
          new Map(now.map((caseId) => [caseId, begun.get(caseId) ?? null])),
        );
      }
    } catch {
      // It stays here while the page does; the next change tries again.
    } finally {
      isWriting = false;
    }
  }
  return (caseId) => {
    waiting.add(caseId);
    if (isWriting) return;
    isWriting = true;
    void underWay(context.db, writeAll());
  };
}
