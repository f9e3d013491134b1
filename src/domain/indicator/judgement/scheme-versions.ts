import { errorAt, type Problem } from '../../kernel/problem.ts';
import type { JudgementScheme } from './judgement-scheme.ts';

type Version = Pick<JudgementScheme, 'schemeKey' | 'version' | 'validFrom' | 'validTo'>;

const isInForce = ({ validFrom, validTo }: Version, fiscalYear: number): boolean =>
  validFrom <= fiscalYear && (validTo === null || fiscalYear <= validTo);

/** The version a year is judged by; null where none is in force. Of versions that `checkVersions` lets pass. */
export const schemeOfYear = <T extends Version>(
  versions: readonly T[],
  schemeKey: string,
  fiscalYear: number,
): T | null => versions.find((one) => one.schemeKey === schemeKey && isInForce(one, fiscalYear)) ?? null;

const overlap = (a: Version, b: Version): { readonly from: number; readonly to: number | null } | null => {
  const from = Math.max(a.validFrom, b.validFrom);
  const ends = [a.validTo, b.validTo].filter((year) => year !== null);
  const to = ends.length === 0 ? null : Math.min(...ends);
  return to !== null && from > to ? null : { from, to };
};

/** One year has one version, one version one name. Paths: [place among the versions, field]. */
export const checkVersions = (versions: readonly Version[]): readonly Problem[] =>
  versions.flatMap((one, at) =>
    versions.slice(0, at).flatMap((other): readonly Problem[] => {
      if (other.schemeKey !== one.schemeKey) return [];
      const years = overlap(one, other);
      return [
        ...(other.version === one.version
          ? [errorAt('key-twice', [at, 'version'], { key: one.version })]
          : []),
        ...(years === null
          ? []
          : [
              errorAt('scheme-years-overlap', [at, 'validFrom'], {
                version: one.version,
                other: other.version,
                from: years.from,
                to: years.to ?? '',
              }),
            ]),
      ];
    }),
  );
