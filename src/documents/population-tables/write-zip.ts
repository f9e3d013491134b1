/** A part of an archive as it is packed, with what it unfolds to. */
export interface PackedEntry {
  readonly name: Uint8Array;
  /** 0 stored, 8 deflated */
  readonly method: number;
  /** CRC-32 of the unfolded bytes */
  readonly checksum: number;
  readonly packed: Uint8Array;
  /** Bytes it unfolds to */
  readonly length: number;
}

const [localSignature, entrySignature, endSignature] = [0x04034b50, 0x02014b50, 0x06054b50];
/** Names are UTF-8; sizes stand before the content. */
const flags = 0x0800;
const version = 20;

/** The fields both headers of an entry share. */
const shared = ({ name, method, checksum, packed, length }: PackedEntry): Buffer => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(checksum, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
};

const uint = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** An archive of these entries whose every header is true: nothing of it is left for a reader to wait for. */
export const writeZip = (entries: readonly PackedEntry[]): Uint8Array => {
  const parts: Uint8Array[] = [];
  const contents: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const fields = shared(entry);
    const local = [uint(localSignature), fields, entry.name, entry.packed];
    // Remark, disk and attributes are empty; then where the entry begins.
    contents.push(
      uint(entrySignature),
      uint(version).subarray(0, 2),
      fields,
      Buffer.alloc(10),
      uint(at),
      entry.name,
    );
    parts.push(...local);
    at += local.reduce((sum, { length }) => sum + length, 0);
  }
  const size = contents.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...contents, uint(endSignature), end]);
};
