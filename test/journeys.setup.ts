import 'fake-indexeddb/auto';
import './deriveOnce.ts';
import './keysOnce.ts';
