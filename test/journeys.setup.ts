import 'fake-indexeddb/auto';
import { cheapSecrets } from './cheapSecrets.ts';

cheapSecrets();
