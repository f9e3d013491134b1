/** The two containers Excel writes, by their first bytes. */
export type WorkbookContainer = 'zip' | 'compound';

/** PK: .xlsx is a ZIP. D0 CF 11 E0: the old .xls, and any workbook with a password. */
const signatures: Readonly<Record<WorkbookContainer, readonly number[]>> = {
  zip: [0x50, 0x4b, 0x03, 0x04],
  compound: [0xd0, 0xcf, 0x11, 0xe0],
};

/** Which container of a workbook the bytes begin as, whatever the file's name says; null: another kind of file. */
export const workbookContainer = (bytes: Uint8Array): WorkbookContainer | null => {
  const begins = (container: WorkbookContainer): boolean =>
    signatures[container].every((byte, index) => bytes[index] === byte);
  return begins('zip') ? 'zip' : begins('compound') ? 'compound' : null;
};
