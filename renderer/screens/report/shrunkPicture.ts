const quality = 0.82;
/** A picture central does not bring in time is not here. */
const mostMs = 8_000;

/** How large pictures are printed: a third of a sheet's width, at 300 dots an inch while there are few. */
export function printedSide(pictures: number): number {
  if (pictures <= 60) return 1_200;
  return pictures <= 200 ? 800 : 560;
}

/** A picture as JPEG of at most so many pixels on its longer side; null: nobody here can show it. */
export async function shrunkPicture(
  address: string,
  side: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const picture = new Image();
  picture.src = address;
  const isRead = await Promise.race([picture.decode().then(isSo, isNotSo), later(mostMs)]);
  if (!isRead || picture.naturalWidth === 0) return null;
  const scale = Math.min(1, side / Math.max(picture.naturalWidth, picture.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality);
  });
  return blob && new Uint8Array(await blob.arrayBuffer());
}

const isSo = () => true;
const isNotSo = () => false;

function later(ms: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), ms);
  });
}
