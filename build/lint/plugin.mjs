import { layersRule } from './layersRule.mjs';
import { pureRule } from './pureRule.mjs';

export default {
  meta: { name: 'quayside' },
  rules: { layers: layersRule, pure: pureRule },
};
