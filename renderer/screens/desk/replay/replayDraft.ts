import type { PolicyVersion } from '../../../../shared/facts/documents.ts';
import { PolicyVersionId } from '../../../../shared/ids.ts';

/** What may be tried out here: the numbers and readings people argue about. */
export type Tried = Pick<
  PolicyVersion['parameters'],
  'misuseIndicatorsNeeded' | 'clientEvidence'
> & {
  readonly lateRealDefect: PolicyVersion['parameters']['readings']['lateRealDefect'];
  readonly customisedOurError: PolicyVersion['parameters']['readings']['customisedOurError'];
};

export function triedFrom({ parameters }: PolicyVersion): Tried {
  const { misuseIndicatorsNeeded, clientEvidence, readings } = parameters;
  return {
    misuseIndicatorsNeeded,
    clientEvidence,
    lateRealDefect: readings.lateRealDefect,
    customisedOurError: readings.customisedOurError,
  };
}

/** A draft edition: the base with what is tried. A draft left as it is stays what it is. */
export function draftOf(base: PolicyVersion, tried: Tried): PolicyVersion {
  if (base.status === 'draft' && isSame(tried, triedFrom(base))) return base;
  const { misuseIndicatorsNeeded, clientEvidence, ...readings } = tried;
  return {
    ...base,
    id: PolicyVersionId.parse(`${base.id}-tried`.slice(0, 64)),
    version: base.version + 1,
    status: 'draft',
    parameters: {
      ...base.parameters,
      misuseIndicatorsNeeded,
      clientEvidence: [...clientEvidence],
      readings: { ...base.parameters.readings, ...readings },
    },
  };
}

/** There is nothing to replay: the edition in force with nothing changed decides as it did. */
export function isUnchanged(base: PolicyVersion, tried: Tried): boolean {
  return base.status !== 'draft' && isSame(tried, triedFrom(base));
}

function isSame(a: Tried, b: Tried): boolean {
  const plain = (tried: Tried) =>
    JSON.stringify([
      tried.misuseIndicatorsNeeded,
      tried.clientEvidence.toSorted(),
      tried.lateRealDefect,
      tried.customisedOurError,
    ]);
  return plain(a) === plain(b);
}
