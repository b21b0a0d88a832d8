export type Headers = Readonly<Record<string, string>>;

/** One request to the office's door as an administrator; problem details are read as JSON too. */
export async function askOffice(
  central: { readonly url: string; readonly adminToken: string },
  asked: {
    readonly method: string;
    /** Below `/office/v1/`. */
    readonly path: string;
    readonly body?: unknown;
    readonly headers?: Headers;
    readonly token?: string;
  },
) {
  const { method, path, body, headers, token } = asked;
  const answer = await fetch(`${central.url}/office/v1/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token ?? central.adminToken}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const read: unknown = text === '' ? null : JSON.parse(text);
  return { status: answer.status, headers: answer.headers, body: read };
}
