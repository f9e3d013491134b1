import type { Entries } from '../../../forms/entries.ts';

/** Fields of a new row of the list it stands in. */
export const freshEstate = (row: string): Entries =>
  /^estates\.\d{1,4}$/u.test(row)
    ? [
        [`${row}.year`, ''],
        [`${row}.persons`, ''],
        [`${row}.name`, ''],
        [`${row}.source`, ''],
      ]
    : [];
