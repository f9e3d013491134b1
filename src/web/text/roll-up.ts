import { arithmeticWords } from '../../domain/indicator/judgement/arithmetic-words.data.ts';
import type { Reason } from '../../domain/indicator/judgement/judgement.ts';
import type { Grade } from '../../domain/indicator/judgement/judgement-scheme.ts';
import type { RollUp } from '../../domain/indicator/judgement/roll-up.ts';
import { judgementWords } from './judgement.ts';
import type { Language } from './text.ts';

export const gradeName = ({ label, labelEn }: Grade, language: Language): string =>
  language === 'en' ? (labelEn ?? label) : label;

/** Why there is no grade or no figure, in the words of the arithmetic. */
export const reasonWords = (reason: Reason, language: Language): string =>
  arithmeticWords[language].reasons[reason];

const joined = (names: readonly string[], language: Language): string =>
  names.join(language === 'ja' ? '、' : ', ');

/** How many have no judgement, whatever the reason. */
export const ungradedCount = ({ ungraded }: RollUp): number =>
  ungraded.reduce((sum, { indicatorKeys }) => sum + indicatorKeys.length, 0);

/** All counts in one line, the alternative text of the bar: 改善 15、横ばい 0、悪化 8 */
export const countsInWords = (rollUp: RollUp, language: Language): string => {
  const words = judgementWords(language);
  const without = ungradedCount(rollUp);
  return joined(
    [
      ...rollUp.grades.map(({ grade, count }) => words.named(gradeName(grade, language), count)),
      // The reasons stand in the notes; here it is one part of the bar.
      ...(without === 0 ? [] : [words.named(words.ungraded, without)]),
    ],
    language,
  );
};

/** What is counted and what is not: stands under every total. */
export const rollUpNotes = (rollUp: RollUp, language: Language): readonly string[] => {
  const words = judgementWords(language);
  const { denominator } = rollUp;
  if (rollUp.grades.length === 0) return [words.entries(rollUp.entries), words.onlyFigures];
  const outside = rollUp.grades.filter(
    ({ count, percent, isCounted }) => count > 0 && (percent === null || !isCounted),
  );
  const ungraded = rollUp.ungraded.map(({ reason, indicatorKeys }) =>
    words.named(reason === '' ? words.ungraded : reasonWords(reason, language), indicatorKeys.length),
  );
  return [
    words.denominators[denominator.of](denominator.count),
    ...(outside.length === 0
      ? []
      : [
          words.outside(
            joined(
              outside.map(({ grade, count }) => words.named(gradeName(grade, language), count)),
              language,
            ),
          ),
        ]),
    ...(ungraded.length === 0 ? [] : [words.notJudged(joined(ungraded, language))]),
    ...(outside.length === 0 && ungraded.length === 0 ? [words.everything] : []),
    ...rollUp.alsoCounts.map(({ name, count, percent }) => words.including(name, count, percent)),
    ...rollUp.scores.flatMap(({ name, text, entries, leftOut }) =>
      text === null ? [] : [words.score(name, text, entries, leftOut)],
    ),
  ];
};
