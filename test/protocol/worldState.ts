import type { ModelCentral } from './modelCentral.ts';
import type { ModelStation } from './modelStation.ts';

export type World = { readonly stations: readonly ModelStation[]; readonly central: ModelCentral };
