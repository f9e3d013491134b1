import type { Lever, Levers } from '../../src/domain/demography/levers/lever.ts';
import type { Assumptions } from '../../src/domain/demography/project/project.ts';
import { agesUpTo } from './five-year-ages.ts';
import { referenceJson } from './reference-folder.ts';

type Matrix = readonly (readonly number[])[];
export interface ShiojiriReference {
  readonly years: readonly number[];
  readonly base_total: readonly number[];
  readonly base: { readonly M: Matrix; readonly F: Matrix };
  readonly rates: {
    readonly S: { readonly M: Matrix; readonly F: Matrix };
    readonly netmig: { readonly M: Matrix; readonly F: Matrix };
    readonly cwr: readonly number[];
    readonly sr: readonly number[];
  };
  readonly scenarios: Readonly<Record<string, readonly number[]>>;
  readonly inverse: Readonly<Record<string, number>>;
  readonly interp2032: Readonly<Record<string, number>>;
  readonly gradient: readonly number[];
}

export const shiojiriReference = (): ShiojiriReference =>
  referenceJson('reference', 'demography', 'shiojiri_projection.json');

/** IPSS H30 of 塩尻市 as rates: survival of the country (capped), net migration as what is left over. */
export const shiojiriAssumptions = ({ years, base, rates }: ShiojiriReference): Assumptions => {
  const column = (matrix: Matrix, step: number): readonly number[] =>
    matrix.map((row) => row[step] ?? Number.NaN);
  return {
    ages: agesUpTo(90),
    baseYear: 2015,
    base: { male: column(base.M, 0), female: column(base.F, 0) },
    steps: years.slice(1).map((toYear, step) => ({
      method: 'net' as const,
      toYear,
      survival: { male: column(rates.S.M, step), female: column(rates.S.F, step) },
      netMigrationRate: { male: column(rates.netmig.M, step), female: column(rates.netmig.F, step) },
      childWomanRatio: rates.cwr[step] ?? Number.NaN,
      sexRatioAtAge0to4: rates.sr[step] ?? Number.NaN,
    })),
  };
};

/** Levers of the reference begin with the step from 2020. */
const fromYear = 2020;
export const fertility = (value: number): Lever => ({ kind: 'fertility', path: { value, fromYear } });
export const hazard = (value: number): Lever => ({ kind: 'mortality', path: { value, fromYear } });
export const migrationAdded = (value: number): Lever => ({
  kind: 'migration-rate',
  fromAge: 20,
  toAge: 39,
  path: { value, fromYear },
});
export const pulled = (...levers: readonly Lever[]): Levers => ({ levers, estates: [] });
