import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** What the page is made of; a file of any other kind is not served. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export type PageFile = { readonly content: Buffer; readonly mediaType: string };

/** A file of the built page, or null: it is not there, or not below the page's folder. */
export async function pageFile(folder: string, pathname: string): Promise<PageFile | null> {
  const relative = pathname === '/' ? 'index.html' : safeRelative(pathname);
  const mediaType = relative === null ? undefined : mediaTypes[path.extname(relative)];
  if (relative === null || mediaType === undefined) return null;
  try {
    return { content: await readFile(path.join(folder, relative)), mediaType };
  } catch {
    return null;
  }
}

/** Decoded once; after that every segment must be an ordinary name that is not hidden. */
function safeRelative(pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const segments = decoded.split('/').slice(1);
  const ordinary = segments.every((segment) => /^[\w@~-][\w.@~-]*$/.test(segment));
  return ordinary ? segments.join(path.sep) : null;
}
