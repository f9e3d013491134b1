import type { Problem } from '../../../domain/kernel/problem.ts';
import type { NamedProgramme, ProgrammeImport } from '../../../domain/programme/import/plan-import.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { TextArea, TextField } from '../forms/field.tsx';
import { KeptParts } from '../forms/kept-parts.tsx';
import { CsrfField, OfficeLayout } from '../layout.tsx';
import { keepFile } from './kept-file.ts';
import { ProgrammesNav } from './programmes-nav.tsx';
import { placedProblem } from './words.ts';

interface ImportPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly form: Form;
  readonly problems: readonly Problem[];
  /** The file and what it would change; null: not tried. */
  readonly tried: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly plan: ProgrammeImport;
  } | null;
  /** Megabytes a request may have. */
  readonly megabytes: number;
}

/** So many lines of a kind are shown; the rest is a number. */
const most = 200;

const called = ({ number, name }: NamedProgramme): string => `${number} ${name}`.trim();

const Names = ({ title, all }: { readonly title: string; readonly all: readonly string[] }) =>
  all.length === 0 ? null : (
    <details>
      <summary>
        {title}（{all.length}）
      </summary>
      <ul>
        {all.slice(0, most).map((name) => (
          <li key={name}>{name}</li>
        ))}
        {all.length > most && <li>ほか{all.length - most}件</li>}
      </ul>
    </details>
  );

const Preview = ({ plan }: { readonly plan: ProgrammeImport }) => (
  <>
    <p>
      加わる事業 <b>{plan.added.length}</b>、変わる事業 <b>{plan.changed.length}</b>、同じ事業{' '}
      {plan.unchanged}、 ファイルにない事業 {plan.missing.length}（そのまま残ります）
    </p>
    {plan.warnings.length > 0 && (
      <ul className="check-list">
        {plan.warnings.map((warning) => (
          <li key={`${warning.code}${warning.path.join('.')}`}>{placedProblem(warning)}</li>
        ))}
      </ul>
    )}
    <Names title="作る組織" all={plan.units.map(({ name }) => name)} />
    <Names title="加わる事業" all={plan.added.map(called)} />
    <Names title="ファイルにない事業" all={plan.missing.map(called)} />
    {plan.changed.length > 0 && (
      <TableScroll label="変わるところ">
        <table className="table">
          <caption>変わるところ{plan.changed.length > most && `（はじめの${most}事業）`}</caption>
          <thead>
            <tr>
              <th scope="col">事業</th>
              <th scope="col">年度</th>
              <th scope="col">欄</th>
              <th scope="col">いま</th>
              <th scope="col">変えたあと</th>
            </tr>
          </thead>
          <tbody>
            {plan.changed.slice(0, most).flatMap((programme) =>
              programme.changes.map(({ fiscalYear, field, before, after }) => (
                <tr key={`${programme.programmeKey} ${fiscalYear} ${field}`}>
                  <th scope="row">{called(programme)}</th>
                  <td>{fiscalYear ?? ''}</td>
                  <td>{field}</td>
                  <td>{before || 'なし'}</td>
                  <td>
                    <b>{after || 'なし'}</b>
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </TableScroll>
    )}
  </>
);

/** ファイルの取込み: looked at first, kept when the person says so. */
export const ImportPage = ({ town, viewer, form, problems, tried, megabytes }: ImportPageProps) => {
  const office = `/m/${town.municipality}/office`;
  const href = `${office}/programmes/import`;
  const shown = problems.slice(0, most).map(placedProblem);
  const changes = tried === null ? 0 : tried.plan.added.length + tried.plan.changed.length;
  return (
    <OfficeLayout
      title="事務事業のファイルを取り込む"
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[{ label: '事務事業', href: `${office}/programmes` }]}
      problems={
        problems.length === 0
          ? []
          : [
              ...shown,
              `誤りが${problems.length}件あります。何も変わっていません。直して、もう一度選んでください。`,
            ]
      }
    >
      <ProgrammesNav office={office} viewer={viewer} current="import" />
      {tried !== null && (
        <section className="section notice" aria-labelledby="tried-title">
          <h2 id="tried-title">確かめました。まだ取り込んでいません</h2>
          <p>{tried.name}</p>
          <Preview plan={tried.plan} />
          <form method="post" action={href} encType="multipart/form-data">
            <CsrfField viewer={viewer} />
            <input type="hidden" name="fileName" value={tried.name} />
            <input type="hidden" name="year" value={form.text('year')} />
            <input type="hidden" name="mapping" value={form.text('mapping')} />
            <input type="hidden" name="createUnits" value={form.text('createUnits')} />
            <KeptParts name="content" parts={keepFile(tried.bytes)} />
            <p className="actions">
              {changes > 0 && (
                <button type="submit" className="button" name="step" value="keep">
                  この内容を取り込む
                </button>
              )}
              <a href={`${office}/programmes`}>取り込まない</a>
            </p>
          </form>
        </section>
      )}
      <section className="section" aria-labelledby="file-title">
        <h2 id="file-title">ファイルを選ぶ</h2>
        <p className="prose">
          CSV（UTF-8 か Excel の Shift_JIS）か JSON の、事務事業の一覧です（{megabytes}
          MBまで）。同じ番号の事業は直し、ない事業は加え、ファイルにない事業は残します。先に、変わるところを表示します。
        </p>
        <form method="post" action={href} encType="multipart/form-data" className="form">
          <CsrfField viewer={viewer} />
          <div className="field">
            <label htmlFor="file">事務事業のファイル</label>
            <input
              id="file"
              name="file"
              type="file"
              accept=".csv,text/csv,.json,application/json"
              className="input"
            />
          </div>
          <TextField
            form={form}
            name="year"
            label="年度"
            hint="令和6年度、R6 など。ファイルに書いてあれば要りません"
            size="short"
          />
          <TextArea
            form={form}
            name="mapping"
            label="列の対応（CSV の列の名前が違うとき）"
            hint="1行に一つ、列=項目。例: 所属名=担当課。読まない列は 列=無視"
            rows={3}
          />
          <label className="choice">
            <input
              type="checkbox"
              name="createUnits"
              value="yes"
              defaultChecked={form.text('createUnits') === 'yes'}
            />
            <span>登録のない部・課を作る</span>
          </label>
          <p className="actions">
            <button type="submit" className="button" name="step" value="try">
              変わるところを確かめる
            </button>
          </p>
        </form>
      </section>
    </OfficeLayout>
  );
};
