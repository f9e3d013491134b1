import type { Acting } from '../../src/app/acting.ts';
import { adoptBudgetScheme, createBudgetScheme } from '../../src/app/budget/save-budget-scheme.ts';
import { findBudgetYear, type StoredBudgetYear } from '../../src/db/read-budget.ts';
import { loadEntries, loadPublications } from '../../src/db/read-publication.ts';
import { programme, programmeYear, yearlyCycle } from '../../src/db/schema/programme.ts';
import type { BudgetYearText } from '../../src/db/write-budget.ts';
import type { PublishedBudget, PublishedBudgetLine } from '../../src/domain/budget/budget.ts';
import { budgetSchemeFile } from './budget-scheme.ts';
import { type Office, ofUnit, openOffice, shiojiri, wholeTown } from './office.ts';

const grants = {
  zaisei: [wholeTown('finance')],
  kikaku: [wholeTown('planner')],
  tanto: [ofUnit('unit-staff', 'kodomo')],
  kacho: [ofUnit('unit-head', 'kodomo')],
  bucho: [ofUnit('division-head', 'kodomo-bu')],
  kansa: [wholeTown('auditor')],
};

export interface BudgetTown {
  readonly office: Office;
  readonly people: Readonly<Record<keyof typeof grants, Acting>>;
  /** What a budget year is opened with. */
  readonly setup: BudgetYearText;
  /** Key of the new proposal the tests make. */
  newKey: string;
  readonly year: (fiscalYear: number) => Promise<StoredBudgetYear | null>;
  readonly published: (
    fiscalYear: number,
  ) => Promise<{ readonly head: PublishedBudget; readonly lines: readonly PublishedBudgetLine[] }>;
}

/** key, name, unit, type, obliged, settled total, of which general */
const programmes = [
  ['watch', '見守り事業', 'kodomo', 'soft', 'discretionary', 1200, 1000],
  ['park', '公園の遊び場', 'kodomo', 'soft', 'discretionary', 500, 500],
  ['law', '児童手当', 'kodomo', 'soft', 'obliged', 900, 700],
  ['road', '道路の改良', 'doboku', 'hard', 'discretionary', 2500, 2000],
  ['unknown', '額の分からない事業', 'doboku', 'soft', 'discretionary', null, null],
] as const;

/** Five programmes of two divisions settled in 2024, the demonstration rule adopted, people of every part. */
export const openBudgetTown = async (): Promise<BudgetTown> => {
  const office = await openOffice();
  const entries = await Promise.all(
    Object.entries(grants).map(async ([login, list]) => {
      const userId = await office.addUser(login, list);
      const acting: Acting = {
        db: office.db,
        as: { municipality: shiojiri, actor: userId, origin: 'test', today: '2026-11-21' },
        actor: {
          userId,
          displayName: `職員 ${login}`,
          grants: list.map(({ role, unitKey }) => ({ role, unitKey })),
        },
        now: office.clock.now,
      };
      return [login, acting] as const;
    }),
  );
  const people = Object.fromEntries(entries) as Record<keyof typeof grants, Acting>;
  await office.read(async (tx) => {
    const { municipality } = tx;
    await tx.q.insert(yearlyCycle).values({
      municipality,
      programmeTypes: [
        { key: 'soft', label: 'ソフト', settledIn: 'budget' },
        { key: 'hard', label: 'ハード', settledIn: 'implementation-plan' },
      ],
    });
    await tx.q.insert(programme).values(
      programmes.map(([programmeKey, name, unitKey, typeKey, legalObligation], position) => ({
        municipality,
        programmeKey,
        number: String(position + 1),
        name,
        typeKey,
        legalObligation,
        legalBasis: '',
        targetGroup: '',
        means: '',
        intent: '',
        unitKey,
        statedPlace: '',
        note: '',
        position,
      })),
    );
    await tx.q.insert(programmeYear).values(
      programmes.map(([programmeKey, , unitKey, , , settled, general]) => ({
        municipality,
        programmeKey,
        fiscalYear: 2024,
        unitKey,
        settled,
        ...(settled === null
          ? {}
          : {
              settledNational: settled - general,
              settledPrefecture: 0,
              settledBond: 0,
              settledOther: 0,
              settledGeneral: general,
            }),
        personnelIncluded: 'no' as const,
        note: '',
      })),
    );
  });
  const rule = budgetSchemeFile('seiro-demonstration') as { readonly expenseClasses: readonly object[] };
  const outside = { key: 'outside', label: '枠の外の経費', inFrame: false };
  const withOutside = { ...rule, expenseClasses: [...rule.expenseClasses, outside] };
  const id = await createBudgetScheme(people.zaisei, withOutside, 'own');
  if (!id.ok) throw new Error(JSON.stringify(id.error));
  const adopted = await adoptBudgetScheme(people.zaisei, id.value, 1);
  if (!adopted.ok) throw new Error(JSON.stringify(adopted.error));
  return {
    office,
    people,
    setup: {
      ...id.value,
      baseFiscalYear: 2024,
      roundKey: null,
      revenueThousandYen: null,
      note: '',
    },
    newKey: '',
    year: (fiscalYear) => office.read((tx) => findBudgetYear(tx, fiscalYear)),
    published: (fiscalYear) =>
      office.read(async (tx) => {
        const found = (await loadPublications(tx, 'budget')).find((each) => each.fiscalYear === fiscalYear);
        if (found === undefined) throw new Error('nothing is published');
        return { head: found.content, lines: await loadEntries(tx, found) };
      }),
  };
};
