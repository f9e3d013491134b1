export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-8（BOM付き）' | 'Shift_JIS（CP932）';
}

const hasMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

const decoded = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** UTF-8 with or without a mark at the beginning, else Shift_JIS as Excel in Japan saves it (CP932); null: neither. */
export const textOfBytes = (bytes: Uint8Array): DecodedText | null => {
  const utf8 = decoded(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: hasMark(bytes) ? 'UTF-8（BOM付き）' : 'UTF-8' };
  const japanese = decoded(bytes, 'shift_jis');
  return japanese === null ? null : { text: japanese, encoding: 'Shift_JIS（CP932）' };
};
