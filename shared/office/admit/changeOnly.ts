type Body = Readonly<Record<string, unknown>>;

/**
 * What a record says once its sender, who has a place for these fields alone, has said it again: `fields`
 * are paths into a body, "serviceManager.email"; of what stands below `lines.` the whole list is said. A
 * field without a place stays as it was, one whose place is empty goes. Pure.
 */
export function changeOnly(before: Body, said: Body, fields: readonly string[]): Body {
  const below = new Map<string, string[]>();
  for (const field of fields) {
    const [first = '', ...rest] = field.split('.');
    below.set(first, [...(below.get(first) ?? []), ...(rest.length > 0 ? [rest.join('.')] : [])]);
  }
  const body: Record<string, unknown> = { ...before };
  for (const [name, inner] of below) {
    const [was, is] = [before[name], said[name]];
    if (is === undefined) delete body[name];
    else
      body[name] = inner.length > 0 && isBody(was) && isBody(is) ? changeOnly(was, is, inner) : is;
  }
  return body;
}

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
