import type { ProgrammeDesk } from '../../../app/programme/read-programme-desk.ts';
import { measureKinds, programmeMissingReasons } from '../../../domain/programme/programme.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { describe, FieldProblems, type FieldSentences } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { spareRows } from './measures-form.ts';
import { ProgrammeLayout, programmeHref } from './programme-layout.tsx';
import { measureDirectionWords, measureKindWords, missingWords } from './words.ts';
import { YearChips, yearsToShow } from './year-chips.tsx';
import { yearName } from './year-form.ts';

export interface MeasuresPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly desk: ProgrammeDesk;
  readonly fiscalYear: number;
  readonly form: Form;
  readonly rowCount: number;
  /** Measures of programmes in the same place that this one could take part in. */
  readonly shareable: readonly { readonly value: string; readonly label: string }[];
  readonly sentences: FieldSentences;
  readonly problems: readonly string[];
  readonly notice: string | undefined;
}

interface CellProps {
  readonly page: MeasuresPageProps;
  readonly row: number;
  readonly field: string;
  readonly label: string;
  readonly wide?: boolean;
}

const nameOf = ({ row, field }: Pick<CellProps, 'row' | 'field'>): string => `measures.${row}.${field}`;

const TextCell = ({ page: { form, sentences }, row, field, label, wide = false }: CellProps) => {
  const name = nameOf({ row, field });
  return (
    <td>
      <input
        {...describe({ name, sentences })}
        className={wide ? 'input programme-measure' : 'input input--short'}
        aria-label={`${row + 1}行目 ${label}`}
        defaultValue={form.text(name)}
        autoComplete="off"
      />
      <FieldProblems name={name} sentences={sentences} />
    </td>
  );
};

const ChoiceCell = ({
  page: { form, sentences },
  row,
  field,
  label,
  choices,
}: CellProps & { readonly choices: readonly (readonly [string, string])[] }) => {
  const name = nameOf({ row, field });
  return (
    <td>
      <select
        {...describe({ name, sentences })}
        className="input programme-choice"
        aria-label={`${row + 1}行目 ${label}`}
        defaultValue={form.text(name)}
      >
        {choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <FieldProblems name={name} sentences={sentences} />
    </td>
  );
};

const Row = ({ page, row }: { readonly page: MeasuresPageProps; readonly row: number }) => {
  const { form, desk } = page;
  const key = form.text(nameOf({ row, field: 'key' }));
  const measure = desk.measures.find(({ measureKey }) => measureKey === key);
  const others = (measure?.programmes ?? []).filter(
    ({ programmeKey }) => programmeKey !== desk.programme.programmeKey,
  );
  const cell = { page, row };
  return (
    <>
      <tr>
        <td>
          {key !== '' && (
            <>
              <input type="hidden" name={nameOf({ row, field: 'key' })} value={key} />
              <input
                type="hidden"
                name={nameOf({ row, field: 'seen' })}
                value={form.text(nameOf({ row, field: 'seen' }))}
              />
              <input
                type="checkbox"
                name={nameOf({ row, field: 'remove' })}
                value="yes"
                aria-label={`${measure?.name ?? '指標'}をこの事業から外す`}
                defaultChecked={form.text(nameOf({ row, field: 'remove' })) === 'yes'}
              />
            </>
          )}
        </td>
        <ChoiceCell
          {...cell}
          field="kind"
          label="種類"
          choices={measureKinds.map((kind) => [kind, measureKindWords[kind]])}
        />
        <TextCell {...cell} field="name" label="指標名" wide />
        <TextCell {...cell} field="unit" label="単位" />
        <TextCell {...cell} field="target" label="目標" />
        <TextCell {...cell} field="actual" label="実績" />
        <ChoiceCell
          {...cell}
          field="missing"
          label="実績がない理由"
          choices={[
            ['', '―'],
            ...programmeMissingReasons.map((reason) => [reason, missingWords[reason]] as const),
          ]}
        />
        <ChoiceCell
          {...cell}
          field="direction"
          label="望ましい向き"
          choices={Object.entries(measureDirectionWords)}
        />
        <ChoiceCell
          {...cell}
          field="indicatorKey"
          label="町の指標とのつながり"
          choices={[
            ['', '（この事業の指標）'],
            ...desk.indicators.map(({ indicatorKey, name }) => [indicatorKey, name] as const),
          ]}
        />
      </tr>
      {others.length > 0 && (
        <tr>
          <td />
          <td colSpan={8} className="small">
            ほかの{others.length}事業と共有:{' '}
            {others.map(({ programmeKey }) => desk.sharing.get(programmeKey) ?? programmeKey).join('、')}
            。ここで直すと、その事業でも変わります。
          </td>
        </tr>
      )}
    </>
  );
};

/** 指標と実績: measures of one programme, and their figures of one year. */
export const MeasuresPage = (page: MeasuresPageProps) => {
  const { town, viewer, desk, fiscalYear, shareable, rowCount, form, sentences } = page;
  const href = `${programmeHref(town.municipality, desk.programme.programmeKey)}/measures`;
  return (
    <ProgrammeLayout
      town={town}
      viewer={viewer}
      desk={desk}
      page="measures"
      title={`${yearName(fiscalYear)}の指標と実績`}
      notice={page.notice}
      problems={page.problems}
    >
      <YearChips years={yearsToShow(desk, fiscalYear)} chosen={fiscalYear} href={href} />
      <p className="prose">
        実績は、数か、数でない言葉か、ない理由のどれか一つです。町の指標につないだ指標の目標と実績は、町の指標のものを使います。
      </p>
      <form method="post" action={`${href}?year=${fiscalYear}`}>
        <CsrfField viewer={viewer} />
        <TableScroll label="指標と実績">
          <table className="table programme-measures">
            <caption className="visually-hidden">{yearName(fiscalYear)}の指標と実績</caption>
            <thead>
              <tr>
                <th scope="col">外す</th>
                <th scope="col">種類</th>
                <th scope="col">指標名</th>
                <th scope="col">単位</th>
                <th scope="col">目標</th>
                <th scope="col">実績</th>
                <th scope="col">ない理由</th>
                <th scope="col">向き</th>
                <th scope="col">町の指標</th>
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: rowCount + spareRows }, (_, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form are known by their number
                <Row key={row} page={page} row={row} />
              ))}
            </tbody>
          </table>
        </TableScroll>
        {shareable.length > 0 && (
          <div className="field">
            <label htmlFor="share">同じ施策のほかの事業の指標を共有する</label>
            <select id="share" name="share" className="input input--medium" defaultValue={form.text('share')}>
              <option value="">（しない）</option>
              {shareable.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            <FieldProblems name="share" sentences={sentences} />
          </div>
        )}
        <p className="actions">
          <button type="submit" className="button">
            指標と{yearName(fiscalYear)}の実績を保存する
          </button>
        </p>
      </form>
    </ProgrammeLayout>
  );
};
