import { errorAt, type Problem } from '../../domain/kernel/problem.ts';
import { ok, type Result, refuse } from '../../domain/kernel/result.ts';
import type { TownFile } from './schema.ts';

/** Several files that together describe one town. Which town it is, one of them says. */
export const mergeTownFiles = (
  files: readonly { readonly file: string; readonly content: TownFile }[],
): Result<TownFile, readonly Problem[]> => {
  const naming = files.filter(({ content }) => content.municipality !== undefined);
  const [first, ...others] = naming;
  if (others.length > 0) {
    return refuse(
      others.map(({ file }) =>
        errorAt('municipality-twice', [file, 'municipality'], { first: first?.file ?? '' }),
      ),
    );
  }
  const municipality = first?.content.municipality;
  return ok({
    ...(municipality === undefined ? {} : { municipality }),
    units: files.flatMap(({ content }) => content.units),
    successions: files.flatMap(({ content }) => content.successions),
    areas: files.flatMap(({ content }) => content.areas),
    indicators: files.flatMap(({ content }) => content.indicators),
    judgementSchemes: files.flatMap(({ content }) => content.judgementSchemes),
    judgementYears: files.flatMap(({ content }) => content.judgementYears),
    plans: files.flatMap(({ content }) => content.plans),
  });
};
