/** PK: .xlsx is a ZIP. D0 CF 11 E0: the old .xls, and any workbook with a password. */
const signatures = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Whether the bytes are an Excel file, whatever its name says. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  signatures.some((signature) => signature.every((byte, index) => bytes[index] === byte));
