import { deflateSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { compressPng } from './compress-png.ts';

const chunk = (type: string, data: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
};

/** As a browser writes it: 8-bit true colours; rows of filter byte and pixels. */
const png = (width: number, rows: readonly (readonly number[])[], kind: 2 | 6): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(rows.length, 4);
  head.set([8, kind, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Uint8Array.from(rows.flat()))),
    chunk('IEND', new Uint8Array()),
  ]);
};

/** The colours of a picture with a palette, pixel by pixel. */
const colours = (file: Buffer, width: number): string[] => {
  const at = (type: string) => file.indexOf(type, 0, 'latin1') + 4;
  const bodyOf = (type: string) => file.subarray(at(type), at(type) + file.readUInt32BE(at(type) - 8));
  const palette = bodyOf('PLTE');
  return [...inflateSync(bodyOf('IDAT'))]
    .filter((_, i) => i % (width + 1) !== 0)
    .map((index) => palette.subarray(index * 3, index * 3 + 3).toString('hex'));
};

it.each([
  ['そのまま', 0, [10, 20, 30, 40, 50, 60]],
  ['左との差', 1, [10, 20, 30, 30, 30, 30]],
  ['上との差', 2, [9, 18, 27, 36, 45, 54]],
  ['平均との差', 3, [10, 19, 29, 33, 38, 42]],
  ['Paeth', 4, [9, 18, 27, 30, 30, 30]],
])('%sのフィルターの行を、同じ色に直す', (_, filter, row) => {
  const above = [0, 1, 2, 3, 4, 5, 6];
  const compressed = compressPng(png(2, [above, [filter, ...row]], 2));
  expect(colours(compressed, 2)).toEqual(['010203', '040506', '0a141e', '28323c']);
});

it('不透明度を除いて、色を保つ', () => {
  const compressed = compressPng(png(2, [[0, 255, 0, 0, 255, 0, 0, 255, 255]], 6));
  expect(colours(compressed, 2)).toEqual(['ff0000', '0000ff']);
});

it('256色を超えるときは、よく使う色に寄せる', () => {
  const grey = Array.from({ length: 256 }, (_, i) => [i, i, i]);
  const rows = [
    [0, ...grey.flat(), 200, 200, 201],
    [0, ...grey.flat(), 0, 0, 0],
  ];
  const found = colours(compressPng(png(257, rows, 2)), 257);
  expect(found[256]).toBe('c8c8c8');
  expect(new Set(found).size).toBe(256);
});

it('読めない形の画像を断る', () => {
  const file = png(1, [[0, 1, 2, 3]], 2);
  file[25] = 0;
  expect(() => compressPng(file)).toThrow('8-bit true colours');
});
