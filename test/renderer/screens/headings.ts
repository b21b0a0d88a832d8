/** Headings that stand more than one level below the one before them, as `h4 below h2: its words`. */
export function headingJumps(within: ParentNode, begins = 0): readonly string[] {
  let before = begins;
  return [...within.querySelectorAll('h1, h2, h3, h4, h5, h6')].flatMap((heading) => {
    const level = Number(heading.tagName.slice(1));
    const above = before;
    before = level;
    return level > above + 1 ? [`h${level} below h${above}: ${heading.textContent}`] : [];
  });
}
