import { inflateSync } from 'node:zlib';

/** One printed page. */
export interface PrintedPage {
  /** Characters in the order in which they are drawn. */
  readonly text: string;
  /** Of the paper, in points. */
  readonly width: number;
  readonly height: number;
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: Buffer | null;
}

/** Objects of a PDF as Chromium writes it: plain dictionaries, deflated streams, no object streams. */
const objectsOf = (pdf: Buffer): ReadonlyMap<number, PdfObject> => {
  const source = pdf.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const match of source.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const start = match.index + match[0].length;
    const end = source.indexOf('endobj', start);
    const body = source.slice(start, end);
    const at = body.search(/stream\r?\n/);
    const length = Number(/\/Length (\d+)/.exec(body)?.[1] ?? 0);
    const begin = start + at + (/stream\r?\n/.exec(body)?.[0].length ?? 0);
    const bytes = at < 0 ? null : pdf.subarray(begin, begin + length);
    const dictionary = at < 0 ? body : body.slice(0, at);
    const stream = bytes !== null && dictionary.includes('/FlateDecode') ? inflateSync(bytes) : bytes;
    objects.set(Number(match[1]), { dictionary, stream });
  }
  return objects;
};

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

interface Font {
  /** Hexadecimal digits of one glyph. */
  readonly digits: number;
  readonly characters: ReadonlyMap<number, string>;
}

/** ToUnicode: which character a glyph of a font stands for. */
const fontOf = (map: string): Font => {
  const characters = new Map<number, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      characters.set(Number.parseInt(from, 16), utf16(to));
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', first = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const start = Number.parseInt(from, 16);
      for (let glyph = start; glyph <= Number.parseInt(to, 16); glyph += 1)
        characters.set(glyph, String.fromCodePoint((utf16(first).codePointAt(0) ?? 0) + glyph - start));
    }
  return { digits: /begincodespacerange\s*<(\w+)>/.exec(map)?.[1]?.length ?? 4, characters };
};

const reference = (dictionary: string, name: string): number =>
  Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1] ?? 0);

/** What is printed on each page of a PDF that Chromium made. */
export const printedPages = (pdf: Buffer): readonly PrintedPage[] => {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type\s*\/Page\b(?!s)/.test(dictionary));
  return pages.map(({ dictionary }) => {
    const fonts = new Map<string, Font>();
    for (const [, name = '', id = ''] of (/\/Font\s*<<([\s\S]*?)>>/.exec(dictionary)?.[1] ?? '').matchAll(
      /\/(\S+) (\d+) 0 R/g,
    )) {
      const font = objects.get(Number(id))?.dictionary ?? '';
      const map = objects.get(reference(font, 'ToUnicode'))?.stream?.toString('latin1') ?? '';
      fonts.set(name, fontOf(map));
    }
    // What a glyph is to be copied as stands beside it in the same brackets, but is no glyph.
    const content = (
      objects.get(reference(dictionary, 'Contents'))?.stream?.toString('latin1') ?? ''
    ).replaceAll(/\/ActualText\s*<[0-9A-Fa-f]*>/g, '');
    let font: Font | undefined;
    let text = '';
    for (const [, chosen, hex = ''] of content.matchAll(/\/(\S+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
      if (chosen !== undefined) font = fonts.get(chosen);
      for (const [code] of hex.matchAll(new RegExp(`[0-9A-Fa-f]{${font?.digits ?? 4}}`, 'g')))
        text += font?.characters.get(Number.parseInt(code, 16)) ?? '';
    }
    const [, , width = 0, height = 0] = (/\/MediaBox\s*\[([^\]]*)\]/.exec(dictionary)?.[1] ?? '')
      .trim()
      .split(/\s+/)
      .map(Number);
    return { text, width, height };
  });
};
