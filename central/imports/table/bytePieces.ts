/** The pieces of a byte stream; Node's own type leaves open what they are. */
export async function* bytePieces(stream: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const piece of stream) if (Buffer.isBuffer(piece)) yield piece;
}
