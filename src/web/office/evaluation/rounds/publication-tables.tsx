import type { EvaluationScheme } from '../../../../domain/evaluation/evaluation-scheme.ts';
import type { PublishedRound, PublishedSheet } from '../../../../domain/evaluation/publication.ts';
import { sheetAmount } from '../../../../domain/evaluation/totals.ts';
import { DirectionMark } from '../../../components/direction-mark.tsx';
import { TableScroll } from '../../../components/table-scroll.tsx';
import { tableYen } from '../../../text/yen.ts';

interface TablesProps {
  readonly scheme: EvaluationScheme;
  readonly content: PublishedRound;
  readonly entries: readonly PublishedSheet[];
}

/** What stays inside, said plainly: nobody should be surprised by what the public reads. */
const Inside = ({ scheme }: Pick<TablesProps, 'scheme'>) => {
  const inside = scheme.stages.filter(({ published }) => !published).map(({ label }) => `「${label}」`);
  return (
    <p>
      公開するのは{' '}
      {scheme.stages
        .filter(({ published }) => published)
        .map(({ label }) => `「${label}」`)
        .join('、')}{' '}
      の内容です。{inside.length > 0 && `${inside.join('、')} と、`}
      内部だけの指摘、差し戻しの理由と経過は公開しません。
    </p>
  );
};

/** The publication as its readers will find it: totals by direction, and each sheet with what it says. */
export const PublicationTables = ({ scheme, content, entries }: TablesProps) => {
  const { directions, grades } = content;
  const count = (key: string | null) =>
    entries.filter(({ direction }) => (direction?.key ?? null) === key).length;
  const hasGrades = entries.some(({ grade }) => grade !== null);
  return (
    <section className="section" aria-labelledby="content-title">
      <h2 id="content-title">公開の内容（{entries.length}件）</h2>
      <Inside scheme={scheme} />
      <dl className="facts">
        {directions
          .filter(({ key }) => count(key) > 0)
          .map(({ key, label, common }) => (
            <div key={key}>
              <dt>
                <DirectionMark common={common} label={label} />
              </dt>
              <dd>{count(key)}件</dd>
            </div>
          ))}
        {count(null) > 0 && (
          <div>
            <dt>方向性なし（対象外など）</dt>
            <dd>{count(null)}件</dd>
          </div>
        )}
      </dl>
      <details open={entries.length <= 30}>
        <summary>一件ずつ見る</summary>
        <TableScroll label="公開する評価">
          <table className="table">
            <caption className="visually-hidden">公開する評価</caption>
            <thead>
              <tr>
                <th scope="col">番号</th>
                <th scope="col">名称</th>
                <th scope="col">担当</th>
                <th scope="col">{content.amountBasis}（千円）</th>
                <th scope="col">方向性</th>
                {hasGrades && <th scope="col">評価</th>}
                <th scope="col">公開する段階の理由・文章</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => {
                const amount = sheetAmount(entry, yearOf(entry, content), content.timing);
                return (
                  <tr key={entry.subjectKey}>
                    <td>{entry.number}</td>
                    <th scope="row">{entry.name}</th>
                    <td>{entry.unitName}</td>
                    <td className="number">{amount === null ? '―' : tableYen(amount)}</td>
                    <td>
                      {entry.direction === null ? (
                        entry.exemption
                      ) : (
                        <DirectionMark common={entry.direction.common} label={entry.direction.label} />
                      )}
                    </td>
                    {hasGrades && <td>{grades.find(({ key }) => key === entry.grade)?.label ?? ''}</td>}
                    <td>
                      {entry.records.flatMap(({ stageKey, stageLabel, directionReason, texts }) =>
                        [directionReason, ...texts.map(({ label, body }) => `${label}: ${body}`)]
                          .filter((text) => text !== '')
                          .map((text) => (
                            <p key={`${stageKey}${text}`}>
                              <span className="quiet">{stageLabel}</span> {text}
                            </p>
                          )),
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableScroll>
      </details>
    </section>
  );
};

/** The year evaluated: the last whose settlement is known, as the figures stand. */
const yearOf = ({ figures }: PublishedSheet, { timing }: PublishedRound): number =>
  figures.years.findLast(({ settled, budget }) =>
    timing === 'after' ? settled.totalThousandYen !== null : budget.totalThousandYen !== null,
  )?.fiscalYear ?? 0;
