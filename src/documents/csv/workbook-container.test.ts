import { expect, it } from 'vitest';
import { workbookContainer } from './workbook-container.ts';

it.each([
  ['.xlsx', [0x50, 0x4b, 0x03, 0x04, 0x14], 'zip'],
  ['.xls と、パスワードのある .xlsx', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'compound'],
  ['初めの三バイトだけ', [0x50, 0x4b, 0x03], null],
  ['CSV', [0x61, 0x2c, 0x62, 0x0a], null],
  ['空', [], null],
])('%s の初めのバイトから見分ける', (_, bytes, container) => {
  expect(workbookContainer(Uint8Array.from(bytes))).toBe(container);
});
