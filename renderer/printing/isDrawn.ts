/** Resolves once everything is on the page: type loaded, every picture decoded or known to be broken. */
export async function isDrawn(page: Element): Promise<void> {
  while (page.childElementCount === 0) await nextFrame();
  await Promise.all(
    [...page.querySelectorAll('img, image')]
      .filter(decodes)
      .map((picture) => picture.decode().catch(() => null)),
  );
  await document.fonts.ready;
}

/** A plain one; and one with marks, which stands in an `<svg>`. */
function decodes(picture: Element): picture is Element & { readonly decode: () => Promise<void> } {
  return 'decode' in picture;
}

/** A hidden window draws no frames of its own accord. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 10);
  });
}
