import type { JudgementDesk } from '../../../app/judgement/read-judgement-desk.ts';
import type { StoredJudgementYear } from '../../../db/read-judgement.ts';
import { may } from '../../../domain/access/may.ts';
import { formatFiscalYear } from '../../../domain/kernel/fiscal-year.ts';
import { TableScroll } from '../../components/table-scroll.tsx';
import type { Form } from '../../middleware/form.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { ChoiceGroup } from '../forms/choices.tsx';
import { formFromEntries } from '../forms/entries.ts';
import { type FieldSentences, SelectField, TextArea, TextField } from '../forms/field.tsx';
import { IndicatorsNav } from '../indicators/indicators-nav.tsx';
import { formatInstant } from '../instant-words.ts';
import { CsrfField, OfficeLayout } from '../layout.tsx';

export interface OverviewProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly desk: JudgementDesk;
  /** Of the form that was refused */
  readonly form: Form | null;
  readonly sentences: FieldSentences;
  readonly problems: readonly string[];
  readonly notice?: string | undefined;
}

const nameOf = (
  desk: JudgementDesk,
  year: Pick<StoredJudgementYear, 'schemeKey' | 'schemeVersion'>,
): string => {
  const scheme = desk.schemes.find(
    (each) => each.schemeKey === year.schemeKey && each.schemeVersion === year.schemeVersion,
  );
  return `${scheme?.name ?? year.schemeKey}（第${year.schemeVersion}版）`;
};

interface ChoiceFormProps extends OverviewProps {
  /** The year whose scheme is changed; null: a year that has none yet. */
  readonly year: StoredJudgementYear | null;
  readonly href: string;
}

const ChoiceForm = (props: ChoiceFormProps) => {
  const { desk, year, href, viewer } = props;
  const refused =
    props.form?.text('of') === (year === null ? '' : String(year.fiscalYear)) ? props.form : null;
  const sentences: FieldSentences = refused === null ? new Map() : props.sentences;
  const form =
    refused ??
    formFromEntries([
      ['fiscalYear', year === null ? '' : formatFiscalYear(year.fiscalYear, 'wareki')],
      ['scheme', year === null ? '' : `${year.schemeKey} ${year.schemeVersion}`],
      ['reason', ''],
      ...(year === null || year.publishesHuman ? [['publishesHuman', 'yes'] as const] : []),
    ]);
  const adopted = desk.schemes.filter(({ state }) => state === 'adopted');
  return (
    <form method="post" action={`${href}/years`} className="form">
      <CsrfField viewer={viewer} />
      <input type="hidden" name="of" value={year === null ? '' : year.fiscalYear} />
      <input type="hidden" name="version" value={refused?.text('version') ?? year?.version ?? 0} />
      {year === null ? (
        <TextField
          form={form}
          name="fiscalYear"
          label="年度"
          hint="令和7、R7、2025"
          size="short"
          sentences={sentences}
          required
        />
      ) : (
        <input type="hidden" name="fiscalYear" value={form.text('fiscalYear')} />
      )}
      <SelectField
        form={form}
        name="scheme"
        label="判定基準"
        choices={adopted.map((scheme) => ({
          value: `${scheme.schemeKey} ${scheme.schemeVersion}`,
          label: `${scheme.name}（第${scheme.schemeVersion}版）`,
        }))}
        sentences={sentences}
      />
      <TextArea
        form={form}
        name="reason"
        label="理由"
        rows={2}
        hint={
          year !== null && year.publishedAt !== null
            ? '公開中の年度の判定基準を変えるときは必ず。公開画面に載ります。'
            : 'この判定基準を使う理由。公開画面に載ります。'
        }
        sentences={sentences}
      />
      <ChoiceGroup
        form={form}
        name="publishesHuman"
        label="人による判定"
        choices={[{ value: 'yes', label: '計算による判定と並べて公開する' }]}
        sentences={sentences}
      />
      <button type="submit" className="button">
        {year === null ? 'この年度の判定基準を決める' : '変える'}
      </button>
    </form>
  );
};

const PublishForm = ({
  viewer,
  year,
  href,
}: Pick<OverviewProps, 'viewer'> & { readonly year: StoredJudgementYear; readonly href: string }) => {
  const label = formatFiscalYear(year.fiscalYear, 'wareki');
  const isPublic = year.publishedAt !== null;
  return (
    <form method="post" action={`${href}/years/${isPublic ? 'withdraw' : 'publish'}`} className="inline-form">
      <CsrfField viewer={viewer} />
      <input type="hidden" name="fiscalYear" value={year.fiscalYear} />
      <input type="hidden" name="version" value={year.version} />
      <button type="submit" className={`button button--small ${isPublic ? 'button--danger' : ''}`}>
        {isPublic ? `${label}の判定の公開をやめる` : `${label}の判定を公開する`}
      </button>
    </form>
  );
};

const Years = (props: OverviewProps & { readonly href: string }) => {
  const { desk, viewer, href, form } = props;
  const mayChoose = may(viewer.actor, 'judgement.scheme');
  const mayPublish = may(viewer.actor, 'judgement.publish');
  return (
    <section className="section" aria-labelledby="years-title">
      <h2 id="years-title">年度の判定</h2>
      {desk.years.length === 0 && (
        <p>まだ、どの年度の判定基準も決まっていません。判定基準を採用してから、年度を決めます。</p>
      )}
      <ul className="judgement-years">
        {desk.years.map((year) => (
          <li key={year.fiscalYear} id={`y${year.fiscalYear}`}>
            <h3>
              <a href={`${href}/${year.fiscalYear}`}>{formatFiscalYear(year.fiscalYear, 'wareki')}の判定表</a>{' '}
              <span
                className={`tag status-tag status-tag--${year.publishedAt === null ? 'draft' : 'in-force'}`}
              >
                {year.publishedAt === null ? '公開前' : '公開中'}
              </span>
            </h3>
            <p>
              判定基準: {nameOf(desk, year)}
              {year.publishedAt !== null && `（${formatInstant(year.publishedAt)} 公開）`}
              {!year.publishesHuman && '。人による判定は公開しません'}
            </p>
            {year.reason !== '' && <p className="quiet">理由: {year.reason}</p>}
            {mayPublish && <PublishForm viewer={viewer} year={year} href={href} />}
            {mayChoose && (
              <details open={form?.text('of') === String(year.fiscalYear)}>
                <summary>{formatFiscalYear(year.fiscalYear, 'wareki')}の判定基準を変える</summary>
                <ChoiceForm {...props} year={year} href={href} />
              </details>
            )}
          </li>
        ))}
      </ul>
      {mayChoose && desk.schemes.some(({ state }) => state === 'adopted') && (
        <details open={form?.text('of') === '' || desk.years.length === 0} id="new-year">
          <summary>ほかの年度の判定基準を決める</summary>
          <ChoiceForm {...props} year={null} href={href} />
        </details>
      )}
    </section>
  );
};

const Schemes = ({ desk, href, viewer }: OverviewProps & { readonly href: string }) => {
  const yearsOf = (schemeKey: string, schemeVersion: number): string =>
    desk.years
      .filter((year) => year.schemeKey === schemeKey && year.schemeVersion === schemeVersion)
      .map(({ fiscalYear }) => formatFiscalYear(fiscalYear, 'wareki'))
      .join('、');
  return (
    <section className="section" aria-labelledby="schemes-title">
      <h2 id="schemes-title">判定基準</h2>
      {desk.schemes.length === 0 ? (
        <p>まだ判定基準がありません。</p>
      ) : (
        <TableScroll label="判定基準の一覧">
          <table className="table">
            <caption className="visually-hidden">判定基準の版</caption>
            <thead>
              <tr>
                <th scope="col">名前</th>
                <th scope="col">版</th>
                <th scope="col">状態</th>
                <th scope="col">使っている年度</th>
                <th scope="col">最後に変えた人</th>
              </tr>
            </thead>
            <tbody>
              {desk.schemes.map((scheme) => (
                <tr key={`${scheme.schemeKey} ${scheme.schemeVersion}`}>
                  <th scope="row">
                    <a
                      className="table__link"
                      href={`${href}/schemes/${scheme.schemeKey}/${scheme.schemeVersion}`}
                    >
                      {scheme.name}
                    </a>
                  </th>
                  <td>第{scheme.schemeVersion}版</td>
                  <td>
                    {scheme.adoptedAt === null ? '下書き' : `採用（${formatInstant(scheme.adoptedAt)}）`}
                  </td>
                  <td>{yearsOf(scheme.schemeKey, scheme.schemeVersion) || '―'}</td>
                  <td>
                    {scheme.writer === '' ? 'データの取り込み' : scheme.writer}（
                    {formatInstant(scheme.updatedAt)}）
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {may(viewer.actor, 'judgement.scheme') && (
        <p className="actions">
          <a className="button" href={`${href}/schemes/new`}>
            判定基準を作る
          </a>
        </p>
      )}
    </section>
  );
};

/** 判定: which year is judged by which scheme, what is public, and the schemes with their versions. */
export const OverviewPage = (props: OverviewProps) => {
  const { town, viewer } = props;
  const office = `/m/${town.municipality}/office`;
  const href = `${office}/judgement`;
  return (
    <OfficeLayout
      title="判定"
      town={town}
      viewer={viewer}
      current="indicators"
      breadcrumb={[{ label: '指標', href: `${office}/indicators` }]}
      notice={props.notice}
      problems={props.problems}
    >
      <IndicatorsNav office={office} current="judgement" />
      <Years {...props} href={href} />
      <Schemes {...props} href={href} />
    </OfficeLayout>
  );
};
