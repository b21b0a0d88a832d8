import type { ClauseOutcome, PolicyInput, Standing } from '../decision.ts';
import { fired, notFired } from '../reading/reading.ts';
import { citeCase, citeClient, citePolicy } from '../reading/references.ts';
import { why } from '../whyCodes.ts';

/** V-CSM: the client's customer service manager is told, and tells the client. */
export function customerService(input: PolicyInput): ClauseOutcome {
  return input.client
    ? fired(
        'V-CSM',
        why('csm.notify', { manager: input.client.serviceManager.name }),
        citeClient(input),
      )
    : notFired('V-CSM', why('csm.clientUnknown', {}), [citeCase(input)]);
}

/** V-IMPROVE: decided cases count in the regular analysis under this policy version. */
export function improve(input: PolicyInput, standing: Standing): ClauseOutcome {
  const cited = [citeCase(input), citePolicy(input)];
  return standing === 'upheld' || standing === 'notUpheld'
    ? fired('V-IMPROVE', why('improve.countsIn', { outcome: standing }), cited)
    : notFired('V-IMPROVE', why('improve.undecided', {}), cited);
}
