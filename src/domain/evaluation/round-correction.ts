import { errorAt, type Problem } from '../kernel/problem.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';
import type { PublishedRound, PublishedSheet } from './publication.ts';

/** 訂正 of one place of one published sheet. */
export interface Correction {
  readonly subjectKey: string;
  /** name, unitName, targetGroup, means, intent, or <stageKey>:direction, :directionReason, :gradeReason, :text.<label> */
  readonly place: string;
  readonly after: string;
}

const ownPlaces = ['name', 'unitName', 'targetGroup', 'means', 'intent'] as const;
type OwnPlace = (typeof ownPlaces)[number];

/** What can be corrected on a sheet: place, its words for people, and what stands there. */
export const correctablePlaces = (
  sheet: PublishedSheet,
): readonly { readonly place: string; readonly label: string; readonly now: string }[] => [
  { place: 'name', label: '名称', now: sheet.name },
  { place: 'unitName', label: '担当', now: sheet.unitName },
  { place: 'targetGroup', label: '対象', now: sheet.targetGroup },
  { place: 'means', label: '手段', now: sheet.means },
  { place: 'intent', label: '意図', now: sheet.intent },
  ...sheet.records.flatMap((record) => [
    {
      place: `${record.stageKey}:direction`,
      label: `${record.stageLabel}の今後の方向性`,
      now: record.direction,
    },
    {
      place: `${record.stageKey}:directionReason`,
      label: `${record.stageLabel}の方向性の理由`,
      now: record.directionReason,
    },
    {
      place: `${record.stageKey}:gradeReason`,
      label: `${record.stageLabel}の評価の理由`,
      now: record.gradeReason,
    },
    ...record.texts.map(({ label, body }) => ({
      place: `${record.stageKey}:text.${label}`,
      label: `${record.stageLabel}の${label}`,
      now: body,
    })),
  ]),
];

const isOwn = (place: string): place is OwnPlace => (ownPlaces as readonly string[]).includes(place);

type PublishedRecord = PublishedSheet['records'][number];

const correctRecord = (record: PublishedRecord, place: string, after: string): PublishedRecord => {
  if (place.startsWith('text.')) {
    const label = place.slice('text.'.length);
    return {
      ...record,
      texts: record.texts.map((text) => (text.label === label ? { ...text, body: after } : text)),
    };
  }
  return { ...record, [place]: after };
};

const correctOne = (
  round: PublishedRound,
  sheet: PublishedSheet,
  { place, after }: Correction,
): PublishedSheet => {
  if (isOwn(place)) return { ...sheet, [place]: after };
  const [stageKey = ''] = place.split(':');
  const field = place.slice(stageKey.length + 1);
  const records = sheet.records.map((record) =>
    record.stageKey === stageKey ? correctRecord(record, field, after) : record,
  );
  const said = records.findLast(({ direction }) => direction !== '')?.direction;
  const word = round.directions.find(({ key }) => key === said);
  return {
    ...sheet,
    records,
    direction: word === undefined ? null : { key: word.key, label: word.label, common: word.common },
  };
};

/** All entries of the next edition. Refused where a place is not there, a direction is none, or nothing changes. */
export const applyCorrections = (
  round: PublishedRound,
  entries: readonly PublishedSheet[],
  corrections: readonly Correction[],
): Result<readonly PublishedSheet[], readonly Problem[]> => {
  const byKey = new Map(entries.map((entry) => [entry.subjectKey, entry]));
  const problems: Problem[] = [];
  let changes = 0;
  for (const correction of corrections) {
    const { subjectKey, place, after } = correction;
    const sheet = byKey.get(subjectKey);
    const there = sheet && correctablePlaces(sheet).find((each) => each.place === place);
    if (sheet === undefined || there === undefined)
      problems.push(errorAt('evaluation-correction-place', [subjectKey, place]));
    // A form sends every place of a sheet, also those nobody touched: a stage without a direction keeps none.
    else if (there.now === after) continue;
    else if (place.endsWith(':direction') && !round.directions.some(({ key }) => key === after))
      problems.push(
        errorAt('evaluation-direction-unknown', [subjectKey, place], {
          label: there.label,
          text: after.slice(0, 40),
          choices: round.directions.map(({ label }) => label),
        }),
      );
    else {
      changes += 1;
      byKey.set(subjectKey, correctOne(round, sheet, correction));
    }
  }
  if (problems.length > 0) return refuse(problems);
  return changes === 0
    ? refuse([errorAt('evaluation-correction-none', ['corrections'])])
    : ok(entries.map((entry) => byKey.get(entry.subjectKey) ?? entry));
};
