import type { Acting } from '../../src/app/acting.ts';
import { openCollection } from '../../src/app/collection/open-collection.ts';
import { defineIndicators } from '../../src/app/indicator/define-indicators.ts';
import type { Database } from '../../src/db/connection.ts';
import { withTenant } from '../../src/db/tenant.ts';
import type { Actor } from '../../src/domain/access/role.ts';
import {
  type Indicator,
  type IndicatorValue,
  plainIndicator,
  plainValue,
} from '../../src/domain/indicator/indicator.ts';
import { type Office, ofUnit, openOffice, shiojiri, wholeTown } from './office.ts';

export const collectionYear = 2025;

export const someAsked = (indicatorKey: string, change: Partial<Indicator> = {}): Indicator => ({
  ...plainIndicator,
  indicatorKey,
  name: `指標${indicatorKey}`,
  unit: '人',
  direction: 'up',
  kind: 'outcome',
  subjective: false,
  timeBehaviour: 'point',
  definition: '',
  formulaText: '',
  source: null,
  frequency: '毎年',
  decimals: 0,
  unitKey: 'kodomo',
  breakdowns: [],
  position: 1,
  ...change,
});

export const someFigure = (
  fiscalYear: number,
  value: string | null,
  change: Partial<IndicatorValue> = {},
): IndicatorValue => ({
  ...plainValue,
  series: 'actual',
  fiscalYear,
  asOf: null,
  breakdown: '',
  value,
  text: null,
  status: 'final',
  source: { document: '統計書', place: '3ページ' },
  note: '',
  ...change,
});

/** Of こども未来課: 'a' and 'b' in persons, 'c' a milestone; of 土木課: 'd'; of nobody: 'e'; computed: 'f'. */
const indicators: readonly Indicator[] = [
  someAsked('a', { name: '出生数' }),
  someAsked('b', { name: '保育所の定員', position: 2 }),
  someAsked('c', { name: 'こども計画', unit: '', direction: 'milestone', position: 3 }),
  someAsked('d', { name: '道路の補修', unit: 'km', unitKey: 'doboku', position: 4 }),
  someAsked('e', { name: '担当のない指標', unitKey: null, position: 5 }),
  someAsked('f', {
    name: '定員の割合',
    position: 6,
    computed: { operation: 'ratio', operands: ['a', 'b'], factor: '100' },
  }),
];

/** What is known of an indicator in persons: three years, or the one of a survey every five. */
const figuresOf = ({ unit, computed, frequency }: Indicator): readonly IndicatorValue[] => {
  if (unit !== '人' || computed !== null) return [];
  if (frequency === '5年ごと') return [someFigure(2020, '95')];
  return [someFigure(2022, '100'), someFigure(2023, '104'), someFigure(2024, '101')];
};

export type CollectionWho = 'kikaku' | 'tanto' | 'kacho' | 'doboku';

export interface CollectionOffice {
  readonly office: Office;
  readonly as: (who: CollectionWho) => Acting;
  readonly userId: (who: CollectionWho) => string;
  readonly define: (more: readonly Indicator[]) => Promise<void>;
}

/** An office with indicators of two units, and a collection of 令和7年度 due on 2026-12-18; today is 2026-11-21. */
export const openCollectionOffice = async (
  more: readonly Indicator[] = [],
  opens = true,
  database?: () => Promise<Database>,
): Promise<CollectionOffice> => {
  const office = await openOffice({}, database);
  const grants = {
    kikaku: [wholeTown('planner')],
    tanto: [ofUnit('unit-staff', 'kodomo')],
    kacho: [ofUnit('unit-head', 'kodomo')],
    doboku: [ofUnit('unit-staff', 'doboku')],
  } as const;
  const ids = new Map<CollectionWho, string>();
  for (const who of Object.keys(grants) as CollectionWho[])
    ids.set(who, await office.addUser(who, grants[who]));
  const userId = (who: CollectionWho): string => ids.get(who) ?? '';
  const as = (who: CollectionWho): Acting => {
    const actor: Actor = {
      userId: userId(who),
      displayName: `職員 ${who}`,
      grants: grants[who].map(({ role, unitKey }) => ({ role, unitKey })),
    };
    return {
      db: office.db,
      as: { municipality: shiojiri, actor: actor.userId, origin: 'test' },
      actor,
      now: office.clock.now,
    };
  };
  const define = async (wanted: readonly Indicator[]): Promise<void> => {
    const acting = as('kikaku');
    const done = await withTenant(office.db, acting.as, (tx) =>
      defineIndicators(
        tx,
        acting,
        wanted.map((indicator) => ({
          indicator,
          referenceSeries: [],
          baseline: null,
          targets: [],
          values: figuresOf(indicator),
        })),
        'published',
      ),
    );
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  };
  await define([...indicators, ...more]);
  if (opens) {
    const opened = await openCollection(as('kikaku'), {
      fiscalYear: collectionYear,
      dueOn: '2026-12-18',
      note: '令和8年3月末の値です。',
      unitKeys: ['kodomo', 'doboku'],
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  }
  return { office, as, userId, define };
};
