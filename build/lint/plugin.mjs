import { globalsRule } from './globalsRule.mjs';
import { keysRule } from './keysRule.mjs';
import { layersRule } from './layersRule.mjs';
import { pureRule } from './pureRule.mjs';

export default {
  meta: { name: 'quayside' },
  rules: { globals: globalsRule, keys: keysRule, layers: layersRule, pure: pureRule },
};
