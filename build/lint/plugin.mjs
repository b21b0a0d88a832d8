import { globalsRule } from './globalsRule.mjs';
import { layersRule } from './layersRule.mjs';
import { pureRule } from './pureRule.mjs';

export default {
  meta: { name: 'quayside' },
  rules: { globals: globalsRule, layers: layersRule, pure: pureRule },
};
