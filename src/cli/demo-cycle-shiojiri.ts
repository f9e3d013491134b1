import { type Acting, todayInJapan } from '../app/acting.ts';
import { handOnSheets } from '../app/evaluation/hand-on-sheets.ts';
import { openRound, wholeTownScope } from '../app/evaluation/open-round.ts';
import { prepareRound } from '../app/evaluation/prepare-round.ts';
import { addRemark } from '../app/evaluation/remarks.ts';
import type { EvaluationScheme } from '../domain/evaluation/evaluation-scheme.ts';
import type { FieldChange } from '../domain/evaluation/merge-fields.ts';
import { fiscalYearOf, formatFiscalYear } from '../domain/kernel/fiscal-year.ts';
import type { Problem } from '../domain/kernel/problem.ts';
import { ok, type Result } from '../domain/kernel/result.ts';
import { dayFromNow, inEveryRole } from './demo-cycle-people.ts';
import { adoptShipped } from './demo-cycle-schemes.ts';

const sampleRoundKey = 'sample-during';

/** The sheet of the town's 事中評価, put to the fields of its plan: its documents name no programmes. */
const ofFields = (scheme: EvaluationScheme): EvaluationScheme => ({
  ...scheme,
  key: `${scheme.key}-fields`,
  name: `${scheme.name}（戦略分野で試す見本）`,
  target: 'plan-item',
  types: [],
  criteria: scheme.criteria.map((criterion) => ({
    ...criterion,
    applies: { ...criterion.applies, types: [] },
  })),
});

/** 戦略分野 by how far their sheets have come: a stage, and the fields that have left it. */
const field = (number: number): string => `field-${number}`;
const handedOn = [
  { stageKey: 'entry', fields: [1, 2, 3, 4, 5, 6] },
  { stageKey: 'first', fields: [1, 2, 3, 4, 5] },
  { stageKey: 'second', fields: [1, 2, 3] },
] as const;
/** Fields 外部評価者 look at; the fourth has not come to them yet. */
const reviewed = [1, 2, 3, 4].map(field);

const typed = (answers: Readonly<Record<string, string>>): readonly FieldChange[] =>
  Object.entries(answers).map(([name, after]) => ({ field: name, before: '', after }));

const answersAt: Readonly<Record<(typeof handedOn)[number]['stageKey'], readonly FieldChange[]>> = {
  entry: typed({
    'criterion.need': 'normal',
    'criterion.effect': 'normal',
    'criterion.means': 'normal',
    'text.so-far': '（見本の文）4月から9月までに行ったことと、見えてきた課題を、ここに書きます。',
    'text.next-year': '（見本の文）来年度に何をするかを、ここに書きます。',
    direction: 'continue',
  }),
  first: typed({ priority: 'normal' }),
  second: typed({
    'text.second-comment': '（見本の文）二次評価の意見を、ここに書きます。',
    direction: 'continue',
    priority: 'normal',
  }),
};

const remarks = [
  { audience: 'internal', body: '（見本の文）庁内だけの指摘です。外部評価者には見えません。' },
  { audience: 'public', body: '（見本の文）公開の指摘です。外部評価者にも見えます。' },
] as const;

/**
 * 事中評価 under way, some of it in 外部評価: a sample to be tried as each of its people. Whatever is said in words says
 * that it is one, and nothing of it is public.
 */
export const loadSampleRound = async (loader: Acting): Promise<Result<null, readonly Problem[]>> => {
  const acting = inEveryRole(loader);
  const scheme = await adoptShipped(acting, 'shiojiri-during', ofFields);
  if (!scheme.ok) return scheme;
  const fiscalYear = fiscalYearOf(todayInJapan(acting));
  const roundKey = sampleRoundKey;
  const prepared = await prepareRound(
    acting,
    {
      title: `${formatFiscalYear(fiscalYear, 'wareki')} 事中評価（戦略分野で試す見本）`,
      fiscalYear,
      ...scheme.value,
      planKey: 'sixth',
      dueOn: {
        entry: dayFromNow(acting, 7),
        first: dayFromNow(acting, 14),
        second: dayFromNow(acting, 21),
        external: dayFromNow(acting, 28),
      },
      note: '見本の回です。市の評価ではなく、記入はすべて見本です。事務事業は資料にないため、計画の戦略分野で試します。',
    },
    { roundKey },
  );
  if (!prepared.ok) return prepared;
  const opened = await openRound(acting, roundKey, {
    ...wholeTownScope,
    typeKeys: ['field'],
    chosen: { external: reviewed },
  });
  if (!opened.ok) return opened;
  for (const { stageKey, fields } of handedOn) {
    const sheets = fields.map((number) => ({
      subjectKey: field(number),
      seenVersion: null,
      changes: answersAt[stageKey],
    }));
    const handed = await handOnSheets(acting, { roundKey, stageKey, sheets });
    if (!handed.ok) return handed;
  }
  for (const remark of remarks) {
    const added = await addRemark(acting, { roundKey, subjectKey: field(1), stageKey: 'second', ...remark });
    if (!added.ok) return added;
  }
  return ok(null);
};
