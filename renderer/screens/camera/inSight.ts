const freshMs = 2000;

/** Whether it is drawn: the engine gives no new frames to what is scrolled away. */
export function watchSight(video: Element, signal: AbortSignal): () => boolean {
  let isInSight = true;
  if (!('IntersectionObserver' in window)) return () => isInSight;
  const observer = new IntersectionObserver((entries) => {
    isInSight = entries.at(-1)?.isIntersecting ?? true;
  });
  observer.observe(video);
  signal.addEventListener('abort', () => observer.disconnect());
  return () => isInSight;
}

/** Whoever takes a picture sees what of: scrolls there, and waits for the frame of now. */
export async function bringIntoSight(place: Element, video: HTMLVideoElement): Promise<void> {
  place.scrollIntoView({ block: 'nearest' });
  await new Promise((resolve) => {
    const patience = setTimeout(resolve, freshMs);
    video.requestVideoFrameCallback(() => {
      clearTimeout(patience);
      resolve(null);
    });
  });
}
