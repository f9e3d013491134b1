import type { BulkChanged } from '../../../app/programme/bulk-edit.ts';
import type { ProgrammeChoices } from '../../../app/programme/read-programme-list.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { legalObligations, type Programme } from '../../../domain/programme/programme.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { type FieldSentences, SelectField, TextField } from '../forms/field.tsx';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { unitChoices } from '../plans/place-choices.ts';
import { cleared, stays } from './bulk-form.ts';
import { itemChoices } from './list-filters.tsx';
import { obligationWords, programmeFieldNames } from './words.ts';

interface BulkPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly choices: ProgrammeChoices;
  readonly form: Form;
  /** Names of the chosen ones. */
  readonly chosen: readonly string[];
  /** What would change; null: not tried yet. */
  readonly tried: readonly BulkChanged[] | null;
  readonly sentences: FieldSentences;
  readonly problems: readonly string[];
}

const keepChoice = { value: stays, label: '（変えない）' };

const Fields = ({ choices, form, sentences }: Pick<BulkPageProps, 'choices' | 'form' | 'sentences'>) => {
  const items = itemChoices(choices.items);
  return (
    <>
      <div className="fields-row">
        <SelectField
          form={form}
          name="unitKey"
          label="担当の組織"
          sentences={sentences}
          choices={[
            keepChoice,
            { value: cleared, label: '（決めていない、にする）' },
            ...unitChoices(choices.units, [], choices.today).map(({ value, label, indent }) => ({
              value,
              label: `${'　'.repeat(indent)}${label}`,
            })),
          ]}
        />
        <SelectField
          form={form}
          name="typeKey"
          label="事業種別"
          sentences={sentences}
          choices={[
            keepChoice,
            { value: cleared, label: '（決めていない、にする）' },
            ...choices.types.map(({ key, label }) => ({ value: key, label })),
          ]}
        />
        <SelectField
          form={form}
          name="expenseClass"
          label="経費区分"
          sentences={sentences}
          choices={[
            keepChoice,
            { value: cleared, label: '（分けていない、にする）' },
            ...choices.expenseClasses.map(({ key, label }) => ({ value: key, label })),
          ]}
        />
        <SelectField
          form={form}
          name="legalObligation"
          label="法定義務"
          sentences={sentences}
          choices={[
            keepChoice,
            ...legalObligations.map((value) => ({ value, label: obligationWords[value] })),
          ]}
        />
      </div>
      <div className="fields-row">
        {(['startFiscalYear', 'endFiscalYear'] as const).map((name) => (
          <div key={name}>
            <TextField
              form={form}
              name={name}
              label={programmeFieldNames[name] ?? name}
              hint="令和8年度、R8 など。空なら変えない"
              size="short"
              sentences={sentences}
            />
            <label className="choice">
              <input
                type="checkbox"
                name={`${name}.clear`}
                value="yes"
                defaultChecked={form.text(`${name}.clear`) === 'yes'}
              />
              <span>「ない」にする</span>
            </label>
          </div>
        ))}
      </div>
      <div className="fields-row">
        <SelectField
          form={form}
          name="addItem"
          label="つなげる計画項目"
          sentences={sentences}
          choices={[keepChoice, ...items]}
        />
        <SelectField form={form} name="removeItem" label="外す計画項目" choices={[keepChoice, ...items]} />
      </div>
    </>
  );
};

type Change = readonly [field: string, before: string, after: string];

const changesOf = (
  { before, after, itemsBefore, itemsAfter }: BulkChanged,
  choices: ProgrammeChoices,
): readonly Change[] => {
  const units = new Map(choices.units.map(({ unitKey, name }) => [unitKey, name]));
  const types = new Map(choices.types.map(({ key, label }) => [key, label]));
  const classes = new Map(choices.expenseClasses.map(({ key, label }) => [key, label]));
  const items = new Map(choices.items.map(({ planKey, itemKey, title }) => [`${planKey}/${itemKey}`, title]));
  const shown = (field: keyof Programme, value: unknown): string => {
    if (value === null) return 'なし';
    if (field === 'unitKey') return units.get(String(value)) ?? String(value);
    if (field === 'typeKey') return types.get(String(value)) ?? String(value);
    if (field === 'expenseClass') return classes.get(String(value)) ?? String(value);
    if (field === 'legalObligation') return obligationWords[value as keyof typeof obligationWords];
    return formatFiscalYear(Number(value), 'wareki');
  };
  const fields = [
    'unitKey',
    'typeKey',
    'expenseClass',
    'legalObligation',
    'startFiscalYear',
    'endFiscalYear',
  ] as const;
  const named = (keys: readonly string[]): string =>
    keys.length === 0 ? 'なし' : keys.map((key) => items.get(key) ?? key).join('、');
  return [
    ...fields
      .filter((field) => before[field] !== after[field])
      .map(
        (field): Change => [
          programmeFieldNames[field] ?? field,
          shown(field, before[field]),
          shown(field, after[field]),
        ],
      ),
    ...(itemsBefore.join() === itemsAfter.join()
      ? []
      : [[programmeFieldNames.planItems ?? '', named(itemsBefore), named(itemsAfter)] as const]),
  ];
};

const kept = [
  'unitKey',
  'typeKey',
  'expenseClass',
  'legalObligation',
  'startFiscalYear',
  'startFiscalYear.clear',
  'endFiscalYear',
  'endFiscalYear.clear',
  'addItem',
  'removeItem',
];

/** The chosen ones and the list to come back to travel with every step. */
const Carried = ({ form }: { readonly form: Form }) => (
  <>
    <input type="hidden" name="back" value={form.text('back')} />
    {form.all('p').map((value) => (
      <input key={value} type="hidden" name="p" value={value} />
    ))}
  </>
);

/** まとめて変える: what is set for all, then what changes, then it is kept — all or nothing. */
export const BulkPage = (page: BulkPageProps) => {
  const { town, viewer, choices, form, chosen, tried, problems } = page;
  const base = `/m/${town.municipality}/office/programmes`;
  const back = `${base}${form.text('back').startsWith('?') ? form.text('back') : ''}`;
  return (
    <OfficeLayout
      title={tried === null ? `${chosen.length}事業をまとめて変える` : '変わるところを確かめる'}
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[{ label: '事務事業', href: back }]}
      problems={problems}
    >
      {tried !== null && (
        <section>
          <p>
            選んだ{chosen.length}事業のうち<b>{tried.length}事業</b>が変わります。まだ何も変わっていません。
          </p>
          {tried.length > 0 && (
            <TableScroll label="変わるところ">
              <table className="table">
                <caption className="visually-hidden">変わるところ</caption>
                <thead>
                  <tr>
                    <th scope="col">事業</th>
                    <th scope="col">欄</th>
                    <th scope="col">いま</th>
                    <th scope="col">変えたあと</th>
                  </tr>
                </thead>
                <tbody>
                  {tried.flatMap((each) =>
                    changesOf(each, choices).map(([field, before, after]) => (
                      <tr key={`${each.before.programmeKey} ${field}`}>
                        <th scope="row">
                          {each.before.number} {each.before.name}
                        </th>
                        <td>{field}</td>
                        <td>{before}</td>
                        <td>
                          <b>{after}</b>
                        </td>
                      </tr>
                    )),
                  )}
                </tbody>
              </table>
            </TableScroll>
          )}
          <form method="post" action={`${base}/bulk`}>
            <CsrfField viewer={viewer} />
            <Carried form={form} />
            {kept.map((name) => (
              <input key={name} type="hidden" name={name} value={form.text(name)} />
            ))}
            <p className="actions">
              {tried.length > 0 && (
                <button type="submit" className="button" name="step" value="keep">
                  この{tried.length}事業を変える
                </button>
              )}
              <button type="submit" className="button button--quiet" name="step" value="edit">
                選び直す
              </button>
              <a href={back}>やめる</a>
            </p>
          </form>
        </section>
      )}
      {tried === null && (
        <form method="post" action={`${base}/bulk`} className="form">
          <CsrfField viewer={viewer} />
          <Carried form={form} />
          <details>
            <summary>選んだ{chosen.length}事業</summary>
            <ul>
              {chosen.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </details>
          <Fields {...page} />
          <p className="actions">
            <button type="submit" className="button" name="step" value="try">
              変わるところを確かめる
            </button>
            <a href={back}>やめる</a>
          </p>
        </form>
      )}
    </OfficeLayout>
  );
};
