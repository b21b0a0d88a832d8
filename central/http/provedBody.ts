import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { ApiRefusal } from './apiError.ts';

/** Lets a body through, and refuses it at its end when it is not the one the station signed. */
export function provedBody(bodyHash: string): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      done(null, piece);
    },
    flush(done) {
      const isSame = hash.digest('hex') === bodyHash;
      done(isSame ? null : new ApiRefusal('unauthorised', 'Another body than was signed'));
    },
  });
}
