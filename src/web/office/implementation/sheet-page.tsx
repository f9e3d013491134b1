import type { ImplementationDesk } from '../../../app/implementation/read-implementation.ts';
import type { StoredProgramme } from '../../../db/read-programme.ts';
import { cellOf } from '../../../domain/implementation/cells.ts';
import { yearsOf } from '../../../domain/implementation/implementation-plan.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { tableYen } from '../../text/yen.ts';
import { describe, FieldProblems, type FieldSentences, TextField } from '../forms/field.tsx';
import { CsrfField } from '../layout.tsx';
import { PlanLayout } from './plan-layout.tsx';

export interface SheetPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly desk: ImplementationDesk;
  /** Unit whose rows are shown: '' all, 'none' without a unit. */
  readonly unit: string;
  readonly programmes: readonly StoredProgramme[];
  readonly form: Form;
  readonly sentences: FieldSentences;
  readonly problems: readonly string[];
  readonly notice: string | undefined;
  readonly mayWrite: boolean;
}

interface RowProps {
  readonly page: SheetPageProps;
  readonly programme: StoredProgramme;
  readonly row: number;
}

const Money = ({
  page: { form, sentences, mayWrite },
  name,
  label,
}: {
  readonly page: SheetPageProps;
  readonly name: string;
  readonly label: string;
}) => (
  <td className={mayWrite ? undefined : 'table__number'}>
    {mayWrite ? (
      <>
        <input
          {...describe({ name, sentences })}
          className="input implementation-cell"
          aria-label={label}
          inputMode="numeric"
          defaultValue={form.text(name)}
          autoComplete="off"
          data-column={name.replace(/\.\d+\./u, '.')}
        />
        <FieldProblems name={name} sentences={sentences} />
      </>
    ) : (
      form.text(name) && tableYen(Number(form.text(name)))
    )}
  </td>
);

/** What was first settled, where a correction has changed it. */
const originals = ({ page: { desk }, programme }: RowProps): string =>
  yearsOf(desk.plan)
    .flatMap((year) => {
      const cell = desk.cells.get(cellOf(programme.programmeKey, year));
      return cell === undefined || cell.corrections.length === 0
        ? []
        : [
            `${formatFiscalYear(year, 'short')} はじめ ${cell.original === null ? 'なし' : tableYen(cell.original.amountThousandYen)}`,
          ];
    })
    .join('、');

const Row = (props: RowProps) => {
  const { page, programme, row } = props;
  const { desk, form, sentences, mayWrite } = page;
  const isCorrection = desk.plan.state !== 'draft';
  const before = originals(props);
  return (
    <tr id={`p-${programme.programmeKey}`}>
      <th scope="row">
        {programme.number !== '' && <span className="quiet">{programme.number} </span>}
        {programme.name}
        {desk.hard.has(programme.programmeKey) && (
          <>
            {' '}
            <span className="tag">ハード</span>
          </>
        )}
        {before !== '' && <span className="cycle__about">{before}</span>}
        {mayWrite && <input type="hidden" name={`key.${row}`} value={programme.programmeKey} />}
        {mayWrite &&
          yearsOf(desk.plan).map((year) => (
            <input
              key={year}
              type="hidden"
              name={`seen.${row}.${year}`}
              value={form.text(`seen.${row}.${year}`)}
            />
          ))}
        <FieldProblems name={`key.${row}`} sentences={sentences} />
      </th>
      {(['a', 'g'] as const).flatMap((kind) =>
        yearsOf(desk.plan).map((year) => (
          <Money
            key={`${kind}${year}`}
            page={page}
            name={`${kind}.${row}.${year}`}
            label={`${programme.name}の${formatFiscalYear(year, 'wareki')}の${kind === 'a' ? '事業費' : '一般財源'}`}
          />
        )),
      )}
      {mayWrite && isCorrection && (
        <td>
          <input
            {...describe({ name: `reason.${row}`, sentences })}
            className="input implementation-reason"
            aria-label={`${programme.name}の補正の理由`}
            defaultValue={form.text(`reason.${row}`)}
            autoComplete="off"
            data-column="reason"
          />
          <FieldProblems name={`reason.${row}`} sentences={sentences} />
        </td>
      )}
    </tr>
  );
};

const UnitChoice = ({ desk, unit, town }: SheetPageProps) => {
  const used = new Set(desk.programmes.map(({ unitKey }) => unitKey));
  return (
    <form
      method="get"
      action={`/m/${town.municipality}/office/implementation/${desk.plan.startFiscalYear}/sheet`}
      className="difference-choice"
    >
      <div className="field">
        <label htmlFor="unit">担当</label>
        <select id="unit" name="unit" className="input input--medium" defaultValue={unit}>
          <option value="">すべて（{desk.programmes.length}事業）</option>
          {desk.units
            .filter(({ unitKey }) => used.has(unitKey))
            .map(({ unitKey, name }) => (
              <option key={unitKey} value={unitKey}>
                {name}
              </option>
            ))}
          {used.has(null) && <option value="none">担当なし</option>}
        </select>
      </div>
      <button type="submit" className="button button--quiet">
        表示する
      </button>
    </form>
  );
};

const Paste = ({ page, href }: { readonly page: SheetPageProps; readonly href: string }) => (
  <form method="post" action={`${href}/paste`} className="form section" id="paste">
    <CsrfField viewer={page.viewer} />
    <input type="hidden" name="unit" value={page.unit} />
    <h2>表計算から貼り付ける</h2>
    <div className="field">
      <label htmlFor="block">表計算の行</label>
      <p className="field__hint" id="block-hint">
        1列目に事業の番号か名前、続けて年度の順に事業費（千円）。貼り付けると上の表の欄に入ります。保存するまで何も変わりません。
      </p>
      <textarea
        id="block"
        name="block"
        rows={5}
        className="input input--area"
        aria-describedby="block-hint"
        defaultValue={page.form.text('block')}
      />
    </div>
    <button type="submit" className="button button--quiet">
      欄に入れる
    </button>
  </form>
);

/** 額の表: amounts of every programme of a unit, like a spreadsheet; in a settled plan, its correction. */
export const SheetPage = (page: SheetPageProps) => {
  const { town, viewer, desk, unit, programmes, form, sentences, problems, notice, mayWrite } = page;
  const { plan } = desk;
  const years = yearsOf(plan);
  const href = `/m/${town.municipality}/office/implementation/${plan.startFiscalYear}/sheet`;
  const isCorrection = plan.state !== 'draft';
  const groups = [
    { key: 'a', label: '事業費（千円）' },
    { key: 'g', label: 'うち一般財源（千円）' },
  ];
  const table = (
    <TableScroll label="額の表">
      <table className="table implementation-sheet" data-value-table>
        <caption className="visually-hidden">事業ごと、年度ごとの額</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              事業
            </th>
            {groups.map(({ key, label }) => (
              <th key={key} scope="colgroup" colSpan={years.length}>
                {label}
              </th>
            ))}
            {mayWrite && isCorrection && (
              <th scope="col" rowSpan={2}>
                補正の理由
              </th>
            )}
          </tr>
          <tr>
            {groups.flatMap(({ key }) =>
              years.map((year) => (
                <th key={`${key}${year}`} scope="col">
                  {formatFiscalYear(year, 'short')}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {programmes.map((programme, row) => (
            <Row key={programme.programmeKey} page={page} programme={programme} row={row} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
  return (
    <PlanLayout plan={plan} page="sheet" scripts={['value-entry.js']} {...{ town, viewer, problems, notice }}>
      <UnitChoice {...page} />
      {programmes.length === 0 ? (
        <div className="empty">
          <p className="empty__title">事務事業がありません。</p>
        </div>
      ) : mayWrite ? (
        <form method="post" action={href} className="section">
          <CsrfField viewer={viewer} />
          <input type="hidden" name="unit" value={unit} />
          {isCorrection && (
            <>
              <p className="section__text">
                確定した計画です。変えた額は<strong>第{plan.correction + 1}次補正</strong>
                になります。はじめの額と前の補正は残ります。
              </p>
              <TextField
                form={form}
                sentences={sentences}
                name="reason"
                label="補正の理由（行に理由のない事業に使います）"
              />
            </>
          )}
          {table}
          <p className="actions">
            <button type="submit" className="button">
              {isCorrection ? '補正として保存する' : '保存する'}
            </button>
          </p>
        </form>
      ) : (
        <div className="section">
          {isCorrection && plan.mode === 'rolling' && (
            <p className="section__text">
              確定した計画です。直すときは「次の計画へ送る」で翌年度からの計画を作ります。
            </p>
          )}
          {table}
        </div>
      )}
      {mayWrite && programmes.length > 0 && <Paste page={page} href={href} />}
    </PlanLayout>
  );
};
