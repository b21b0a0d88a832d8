/** Class names of one CSS module: `const css = classesOf(styles)`, then `css('row', isLate && 'late')`. */
export function classesOf(module: Readonly<Record<string, string>>) {
  return (...names: readonly (string | false | null | undefined)[]): string =>
    names.flatMap((name) => (name ? [module[name] ?? name] : [])).join(' ');
}
