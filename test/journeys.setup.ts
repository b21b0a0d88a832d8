import 'fake-indexeddb/auto';
import './deriveOnce.ts';
