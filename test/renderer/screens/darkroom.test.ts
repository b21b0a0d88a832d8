import { expect, test, vi } from 'vitest';
import { darkroom, frameOf } from '../../../renderer/screens/camera/developing/darkroom.ts';
import type {
  FrameSeen,
  FrameShown,
} from '../../../renderer/screens/camera/developing/messages.ts';

const frame = { close() {} } as unknown as FrameShown['frame'];

/** A worker that answers when told to. */
function aWorker() {
  const begun: { tell: (told: FrameSeen) => void; fail: () => void; asked: FrameShown[] }[] = [];
  const room = darkroom((tell, fail) => {
    const asked: FrameShown[] = [];
    begun.push({ tell, fail, asked });
    return { say: (shown) => asked.push(shown), end() {} };
  });
  return { room, begun };
}

test('a frame is told black or not, each by its own number', async () => {
  const { room, begun } = aWorker();
  const [first, second] = [room.isBlack(frame), room.isBlack(frame)];
  const [worker] = begun;
  const [one, two] = worker?.asked ?? [];
  worker?.tell({ id: two?.id ?? 0, what: 'look', isBlack: true });
  worker?.tell({ id: one?.id ?? 0, what: 'look', isBlack: false });
  expect(await first).toBe(false);
  expect(await second).toBe(true);
  expect(begun).toHaveLength(1);
});

test('a worker that failed gives no picture, and the next shot begins another', async () => {
  const { room, begun } = aWorker();
  const lost = room.develop(frame);
  begun[0]?.fail();
  expect(await lost).toBeNull();
  const taken = room.develop(frame);
  const { jpeg } = { jpeg: new Blob(['x']) };
  const developed = { jpeg, width: 4, height: 3, given: null, hints: [] };
  begun[1]?.tell({ id: begun[1].asked[0]?.id ?? 0, what: 'take', developed });
  expect(await taken).toEqual(developed);
});

test('of a camera that says it has a frame and has none, there is nothing yet', () => {
  vi.stubGlobal('VideoFrame', function noFrame() {
    throw new DOMException('Invalid source state', 'InvalidStateError');
  });
  const video = { videoWidth: 640, readyState: 4, HAVE_CURRENT_DATA: 2 };
  expect(frameOf(video as unknown as HTMLVideoElement)).toBeNull();
});
