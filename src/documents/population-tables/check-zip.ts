import { createInflateRaw } from 'node:zlib';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';

/** Bytes an .xlsx may unfold to: the largest published workbook (7 MB) has under 100 MB. */
const mostUnfolded = 160 * 1024 * 1024;
const mostEntries = 2000;

const [endSignature, entrySignature, localSignature] = [0x06054b50, 0x02014b50, 0x04034b50];
const [endLength, entryLength, localLength] = [22, 46, 30];

interface ZipEntry {
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

/** The end record stands at the end, behind it a remark of at most 65,535 bytes. */
const findEnd = (view: DataView): number => {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--)
    if (view.getUint32(at, true) === endSignature) return at;
  return -1;
};

const entriesOf = (view: DataView): readonly ZipEntry[] | null => {
  const end = findEnd(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + entryLength > view.byteLength || view.getUint32(at, true) !== entrySignature) return null;
    entries.push({
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at +=
      entryLength +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return entries;
};

/** Bytes the entry unfolds to, counted without keeping them; stops as soon as there are more than `most`. */
const unfoldedLength = (packed: Uint8Array, most: number): Promise<number | null> =>
  new Promise((resolve) => {
    const inflate = createInflateRaw({ chunkSize: 1024 * 1024 });
    let length = 0;
    inflate.on('data', (chunk: Uint8Array) => {
      length += chunk.length;
      if (length > most) {
        inflate.destroy();
        resolve(length);
      }
    });
    inflate.once('end', () => resolve(length));
    inflate.once('error', () => resolve(null));
    inflate.end(packed);
  });

/**
 * What an .xlsx really unfolds to, before anything is built of it: what its table of contents says about sizes may be a lie.
 * Refusals: `xlsx-broken`, `xlsx-too-large`.
 */
export const checkZip = async (
  file: string,
  bytes: Uint8Array,
): Promise<Result<null, readonly Problem[]>> => {
  const broken = refuse([errorAt('xlsx-broken', [file])]);
  const tooLarge = refuse([
    errorAt('xlsx-too-large', [file], { megabytes: Math.round(mostUnfolded / 1024 / 1024) }),
  ]);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = bytes.length < endLength ? null : entriesOf(view);
  if (entries === null || entries.length === 0) return broken;
  if (entries.length > mostEntries) return tooLarge;
  let left = mostUnfolded;
  for (const { method, packed, offset } of entries) {
    if (offset + localLength > bytes.length || view.getUint32(offset, true) !== localSignature) return broken;
    const from = offset + localLength + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (from + packed > bytes.length || (method !== 0 && method !== 8)) return broken;
    const length = method === 0 ? packed : await unfoldedLength(bytes.subarray(from, from + packed), left);
    if (length === null) return broken;
    left -= length;
    if (left < 0) return tooLarge;
  }
  return ok(null);
};
