import { loadRecords, loadRemarks, type StoredSheet } from '../../db/read-evaluation.ts';
import { loadEvents } from '../../db/read-evaluation-events.ts';
import { listRevisions } from '../../db/read-plan.ts';
import { loadProgrammePlanItems } from '../../db/read-programme.ts';
import { loadRevisions } from '../../db/read-revision.ts';
import type { TenantTx } from '../../db/tenant.ts';
import type { PublishedRound, PublishedSheet } from '../../domain/evaluation/publication.ts';
import {
  type PublicationWords,
  personnelIncluded,
  publishedRound,
  publishedSheet,
} from '../../domain/evaluation/round-publication.ts';
import type { Answers } from '../../domain/evaluation/sheet.ts';
import { formatFiscalYear } from '../../domain/kernel/fiscal-year.ts';
import { inForceRevision } from '../../domain/plan/revision-status.ts';
import type { RoundContext } from './round-context.ts';
import { loadFacts, loadSubjects } from './round-subjects.ts';
import { goneSubject } from './sheets-at-stage.ts';

/** Titles of plan items in the revisions in force, by plan and item. */
const titlesOf = async (tx: TenantTx, planKeys: readonly string[], today: string) => {
  const wanted = new Set(planKeys);
  const revisions = (wanted.size === 0 ? [] : await listRevisions(tx)).filter(({ planKey }) =>
    wanted.has(planKey),
  );
  const inForce = [...wanted].flatMap((planKey) => {
    const found = inForceRevision(
      revisions.filter((revision) => revision.planKey === planKey),
      today,
    );
    return found === null ? [] : [{ planKey, revision: found.revision }];
  });
  return new Map(
    (await loadRevisions(tx, inForce)).map(({ planKey, content }) => [
      planKey,
      new Map(content.items.map(({ itemKey, title }) => [itemKey, title])),
    ]),
  );
};

const planItemsOf = async (
  tx: TenantTx,
  { round, scope }: RoundContext,
  keys: readonly string[],
): Promise<ReadonlyMap<string, PublishedSheet['planItems']>> => {
  const links =
    round.target === 'programme'
      ? await loadProgrammePlanItems(tx, { keys })
      : keys.map((key) => ({ programmeKey: key, planKey: round.planKey ?? '', itemKey: key }));
  const titles = await titlesOf(
    tx,
    links.map(({ planKey }) => planKey),
    scope.today,
  );
  const found = new Map<string, PublishedSheet['planItems']>();
  for (const { programmeKey, planKey, itemKey } of links) {
    const title = titles.get(planKey)?.get(itemKey);
    if (title === undefined) continue;
    found.set(programmeKey, [...(found.get(programmeKey) ?? []), { planKey, itemKey, title }]);
  }
  return found;
};

export interface PublicationParts {
  readonly content: PublishedRound;
  readonly entries: readonly PublishedSheet[];
}

const basisOf = ({ round }: RoundContext): string =>
  `${formatFiscalYear(round.fiscalYear, 'wareki')}の${round.timing === 'after' ? '決算' : '予算'}額`;

/** What a publication of these sheets says, in a bounded number of queries. */
export const loadPublicationParts = async (
  tx: TenantTx,
  context: RoundContext,
  sheets: readonly StoredSheet[],
  words: PublicationWords,
  now: string,
): Promise<PublicationParts> => {
  const { round, scheme, scope, units } = context;
  const keys = sheets.map(({ subjectKey }) => subjectKey);
  const subjects = new Map(
    (await loadSubjects(tx, round, scope.today, keys)).map((subject) => [subject.subjectKey, subject]),
  );
  const own = sheets.map((sheet) => subjects.get(sheet.subjectKey) ?? goneSubject(sheet));
  const facts = await loadFacts(tx, round, scheme, own, new Set(keys), now);
  const answers = new Map<string, Map<string, Answers>>();
  for (const record of await loadRecords(tx, round.roundKey))
    answers.set(
      record.subjectKey,
      (answers.get(record.subjectKey) ?? new Map<string, Answers>()).set(record.stageKey, record.answers),
    );
  // Only what this round said or answered: open remarks of other years are not its word.
  const remarks = (await loadRemarks(tx, { target: round.target, subjectKeys: keys })).filter(
    ({ roundKey, answeredRoundKey }) => roundKey === round.roundKey || answeredRoundKey === round.roundKey,
  );
  const exemptions = new Map(
    (await loadEvents(tx, round.roundKey, { kinds: ['exempt'] })).map(({ subjectKey, note }) => [
      subjectKey,
      note,
    ]),
  );
  const planItems = await planItemsOf(tx, context, keys);
  const names = new Map(units.map(({ unitKey, name }) => [unitKey, name]));
  const years = [...facts.years.values()].flat().filter(({ fiscalYear }) => fiscalYear === round.fiscalYear);
  return {
    content: publishedRound(
      round,
      scheme,
      {
        ...words,
        amountBasis: words.amountBasis.trim() === '' ? basisOf(context) : words.amountBasis.trim(),
      },
      personnelIncluded(years),
    ),
    entries: sheets.map((sheet, at) => {
      const subject = own[at] ?? goneSubject(sheet);
      const live = facts.figures.get(sheet.subjectKey);
      return publishedSheet(scheme, {
        ...subject,
        unitKey: sheet.unitKey,
        unitName: names.get(sheet.unitKey ?? '') ?? '',
        planItems: planItems.get(sheet.subjectKey) ?? [],
        stageKeys: sheet.stageKeys,
        exemption: sheet.exemption,
        exemptionNote: exemptions.get(sheet.subjectKey) || sheet.exemption,
        figures: sheet.figures ?? live ?? { takenAt: now, years: [], measures: [] },
        answers: answers.get(sheet.subjectKey) ?? new Map(),
        remarks: remarks.filter(({ subjectKey }) => subjectKey === sheet.subjectKey),
      });
    }),
  };
};
