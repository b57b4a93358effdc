/** What the service takes, as the length of a data URL. */
const LONGEST = Math.floor((8 * 1024 * 4) / 3);
const EDGE = 96;

/** Small enough to stand in every row; nothing when it is no picture. */
export async function asLogo(file: File): Promise<string | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  const canvas = document.createElement('canvas');
  const paper = canvas.getContext('2d');
  if (!picture || !paper) return undefined;
  for (let edge = EDGE; edge >= 16; edge /= 2) {
    const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
    // Where a browser cannot write WebP, it writes PNG.
    const smallest = [canvas.toDataURL('image/png'), canvas.toDataURL('image/webp', 0.85)].find(
      (url) => url.length <= LONGEST,
    );
    if (smallest) return smallest;
  }
  return undefined;
}
