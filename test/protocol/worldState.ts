import type { Fact } from '../../shared/facts/fact.ts';
import type { ModelCentral } from './modelCentral.ts';
import type { ModelStation } from './modelStation.ts';

export type World = {
  readonly stations: readonly ModelStation[];
  readonly central: ModelCentral;
  readonly forged: ReadonlySet<Fact>;
};
