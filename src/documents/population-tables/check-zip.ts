import { crc32, createInflateRaw } from 'node:zlib';
import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import { type PackedEntry, writeZip } from './write-zip.ts';

/** Bytes an .xlsx may unfold to: the largest published workbook (7 MB) has under 100 MB. */
const mostUnfolded = 160 * 1024 * 1024;
const mostEntries = 2000;

const [endSignature, entrySignature, localSignature] = [0x06054b50, 0x02014b50, 0x04034b50];
const [endLength, entryLength, localLength] = [22, 46, 30];

interface ZipEntry {
  readonly name: Uint8Array;
  readonly checksum: number;
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
    const nameFrom = view.byteOffset + at + entryLength;
    entries.push({
      name: new Uint8Array(
        view.buffer,
        nameFrom,
        Math.min(view.getUint16(at + 28, true), view.byteOffset + view.byteLength - nameFrom),
      ),
      checksum: view.getUint32(at + 16, true),
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

interface Unfolded {
  readonly length: number;
  readonly checksum: number;
}

/** What the entry unfolds to, counted without keeping it; stops as soon as there are more than `most` bytes. */
const unfolded = (packed: Uint8Array, most: number): Promise<Unfolded | null> =>
  new Promise((resolve) => {
    const inflate = createInflateRaw({ chunkSize: 1024 * 1024 });
    let [length, checksum] = [0, 0];
    inflate.on('data', (chunk: Uint8Array) => {
      length += chunk.length;
      checksum = crc32(chunk, checksum);
      if (length > most) {
        inflate.destroy();
        resolve({ length, checksum });
      }
    });
    inflate.once('end', () => resolve({ length, checksum }));
    inflate.once('error', () => resolve(null));
    inflate.end(packed);
  });

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

/**
 * What an .xlsx really unfolds to, before anything is built of it: what its table of contents says about sizes may be a lie.
 * Given back is an archive of the parts that were checked with headers of our own: one that lies would keep the reader
 * waiting for bytes that never come. Refusals: `xlsx-broken`, `xlsx-too-large`.
 */
export const checkZip = async (
  file: string,
  bytes: Uint8Array,
): Promise<Result<Uint8Array, readonly Problem[]>> => {
  const broken = refuse([errorAt('xlsx-broken', [file])]);
  const tooLarge = refuse([
    errorAt('xlsx-too-large', [file], { megabytes: Math.round(mostUnfolded / 1024 / 1024) }),
  ]);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = bytes.length < endLength ? null : entriesOf(view);
  if (entries === null || entries.length === 0) return broken;
  if (entries.length > mostEntries) return tooLarge;
  let left = mostUnfolded;
  const checked: PackedEntry[] = [];
  for (const { name, checksum, method, packed, offset } of entries) {
    if (offset + localLength > bytes.length || view.getUint32(offset, true) !== localSignature) return broken;
    const nameLength = view.getUint16(offset + 26, true);
    const nameFrom = offset + localLength;
    const from = nameFrom + nameLength + view.getUint16(offset + 28, true);
    if (from + packed > bytes.length || (method !== 0 && method !== 8)) return broken;
    // The reader goes by what stands before each entry: both tell the same, or the file is damaged.
    if (view.getUint16(offset + 8, true) !== method) return broken;
    if (!isSame(name, bytes.subarray(nameFrom, nameFrom + nameLength))) return broken;
    const content = bytes.subarray(from, from + packed);
    const found = method === 0 ? { length: packed, checksum: crc32(content) } : await unfolded(content, left);
    if (found === null) return broken;
    left -= found.length;
    if (left < 0) return tooLarge;
    if (found.checksum !== checksum) return broken;
    checked.push({ name, method, checksum, packed: content, length: found.length });
  }
  return ok(writeZip(checked));
};
