/** An address an <img> can show: bytes kept here, else central's; undefined until known. */
export function usePhotoUrl(_sha256: string): string | undefined {
  throw new Error('not built yet');
}
