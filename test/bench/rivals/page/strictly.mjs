// PouchDB has no setting for durability: every transaction it opens is made strict here.
const relaxed = IDBDatabase.prototype.transaction;

IDBDatabase.prototype.transaction = function strict(stores, mode, options) {
  return relaxed.call(this, stores, mode, { ...options, durability: 'strict' });
};
