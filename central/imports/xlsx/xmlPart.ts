import { SaxesParser } from 'saxes';
import { bounds } from '../table/bounds.ts';
import { FileRefused } from '../table/fileRefusal.ts';

export type Attributes = Readonly<Record<string, string>>;

export type XmlHandlers = {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
};

/**
 * Reads one part of a workbook as its bytes come. Names are without their prefix. A document type is
 * refused, so nothing can define an entity; so is markup deeper or longer than a table needs.
 */
export function xmlPart(part: string, handlers: XmlHandlers) {
  const decode = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  });
  let depth = 0;
  let quiet = 0;

  parser.on('opentag', ({ name, attributes }) => {
    quiet = 0;
    depth += 1;
    if (depth > bounds.depth) brokenPart(part, 'too deep');
    handlers.open(withoutPrefix(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    quiet = 0;
    depth -= 1;
    handlers.close(withoutPrefix(name));
  });
  const hear = (text: string) => {
    quiet = 0;
    handlers.text(text);
  };
  parser.on('text', hear);
  parser.on('cdata', hear);
  parser.on('doctype', () => {
    throw new FileRefused({ code: 'documentType', part });
  });
  parser.on('error', (error) => brokenPart(part, error.message.slice(0, 100)));

  function take(text: string): void {
    quiet += text.length;
    if (quiet > bounds.markup) brokenPart(part, 'a text or a tag without end');
    parser.write(text);
  }

  return {
    write(bytes: Uint8Array): void {
      take(decoded(part, () => decode.decode(bytes, { stream: true })));
    },
    end(): void {
      take(decoded(part, () => decode.decode()));
      parser.close();
    },
  };
}

/** Small parts, read whole. */
export async function readXmlPart(
  part: string,
  bytes: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): Promise<void> {
  const reader = xmlPart(part, handlers);
  for await (const piece of bytes) reader.write(piece);
  reader.end();
}

export function brokenPart(part: string, why: string): never {
  throw new FileRefused({ code: 'brokenWorkbook', part, why });
}

function decoded(part: string, decode: () => string): string {
  try {
    return decode();
  } catch {
    return brokenPart(part, 'not UTF-8');
  }
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
