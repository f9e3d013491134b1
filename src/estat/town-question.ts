import type { EstatQuestion } from './fetch-table.ts';
import { type KnownTable, municipalTables, smallAreaTables } from './known-tables.data.ts';

/** 国勢調査の表 offered for a town: those of all municipalities, and the small areas of its prefecture. */
export const tablesForTown = (code5: string): readonly KnownTable[] => {
  const id = smallAreaTables[code5.slice(0, 2)];
  return [
    ...municipalTables,
    ...(id === undefined ? [] : [{ id, name: '令和2年国勢調査 小地域（町丁・字等）の男女・年齢別人口' }]),
  ];
};

/** 統計表ID: ten digits; those of small areas and of meshes begin with 8. Null: no such number. */
export const readTableId = (typed: string): string | null => {
  const plain = typed.normalize('NFKC').trim();
  return /^\d{10}$/u.test(plain) ? plain : null;
};

/** Only this town is asked for: its five digits, or with its small areas everything that begins with them. */
export const townQuestion = (statsDataId: string, code5: string): EstatQuestion => ({
  statsDataId,
  narrowing: statsDataId.startsWith('8')
    ? { cdAreaFrom: code5, cdAreaTo: `${code5}9999` }
    : { cdArea: code5 },
});
