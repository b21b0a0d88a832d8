import 'fake-indexeddb/auto';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
