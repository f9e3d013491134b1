import { may } from '../../../../../domain/access/may.ts';
import { formFromEntries } from '../../../forms/entries.ts';
import { TextArea } from '../../../forms/field.tsx';
import { CsrfField } from '../../../layout.tsx';
import type { EditorPageProps } from './editor-page.tsx';

type StepsProps = EditorPageProps & { readonly href: string };

const Step = ({
  viewer,
  desk,
  action,
  children,
}: StepsProps & { readonly action: string; readonly children: React.ReactNode }) => (
  <form method="post" action={action} className="inline-form">
    <CsrfField viewer={viewer} />
    <input type="hidden" name="version" value={desk.scenario.version} />
    {children}
  </form>
);

const Publish = (props: StepsProps) => {
  const { desk, href, sentences, typedReason = '' } = props;
  const { publishedEdition, isAsPublished } = desk.scenario;
  if (isAsPublished) return <p>いまの内容は、公開してあるものと同じです。</p>;
  const baseline = desk.series.find(
    ({ series }) => series.seriesKey === desk.scenario.content.baseline.seriesKey,
  );
  if (baseline?.series.state !== 'published')
    return (
      <p>
        基準となる推計「{baseline?.series.name ?? ''}
        」がまだ公開されていないため、公開できません。先に「人口」の画面でその系列を公開してください。
      </p>
    );
  return (
    <form method="post" action={`${href}/publish`}>
      <CsrfField viewer={props.viewer} />
      <input type="hidden" name="version" value={desk.scenario.version} />
      <TextArea
        form={formFromEntries([['reason', typedReason]])}
        sentences={sentences}
        name="reason"
        label={publishedEdition === null ? '公開する理由（任意）' : '公開し直す理由'}
        hint="保存してある内容が、前提・出典・結果とともに公開されます。公開した版は変わりません。"
        required={publishedEdition !== null}
        rows={2}
      />
      <button type="submit" className="button">
        {publishedEdition === null ? '公開する' : `第${publishedEdition + 1}版として公開する`}
      </button>
    </form>
  );
};

const Attached = (props: StepsProps) => {
  const { desk, href, town, mayEdit } = props;
  const office = `/m/${town.municipality}/office`;
  return (
    <>
      {desk.attached.length === 0 ? (
        <p>このシナリオを道筋にしている指標は、まだありません。</p>
      ) : (
        <ul>
          {desk.attached.map(({ indicatorKey, name, scenario }) => (
            <li key={indicatorKey}>
              <a href={`${office}/indicators/${indicatorKey}`}>{name}</a>（第{scenario.edition}版による）
            </li>
          ))}
        </ul>
      )}
      {desk.scenario.publishedEdition === null ? (
        <p>公開すると、その版の年ごとの人数を、指標の期待値の道筋にできます。</p>
      ) : (
        mayEdit && (
          <p>
            <a className="button button--quiet" href={`${href}/attach`}>
              指標の道筋にする・外す
            </a>
          </p>
        )
      )}
    </>
  );
};

const Downloads = ({ href, desk, shown }: StepsProps) => (
  <ul>
    {shown !== null && (
      <>
        <li>
          <a href={`${href}/totals.csv`} download>
            年ごとの総数と幅（CSV）
          </a>
        </li>
        <li>
          <a href={`${href}/ages.csv`} download>
            男女・年齢別の人数（CSV）
          </a>
        </li>
      </>
    )}
    <li>
      <a href={`${href}/assumptions.csv`} download>
        前提と出典（CSV）
      </a>
    </li>
    {shown !== null && desk.scenario.content.aim !== null && (
      <li>
        <a href={`${href}/backcast.csv`} download>
          目標から逆に考えた答え（CSV）
        </a>
      </li>
    )}
  </ul>
);

/** What becomes of a scenario: published, made the path of an indicator, carried as files, removed. */
export const ScenarioSteps = (props: StepsProps) => {
  const { viewer, desk, href, mayEdit, town } = props;
  const { scenario } = desk;
  return (
    <section className="section" aria-labelledby="part-steps">
      <h2 id="part-steps">このシナリオをどうするか</h2>
      {mayEdit && (
        <>
          <h3>公開する</h3>
          <Publish {...props} />
        </>
      )}
      {desk.editions.length > 0 && (
        <p>
          <a href={`/m/${town.municipality}/population/scenarios/${scenario.scenarioKey}`}>
            公開画面で見る（第{scenario.publishedEdition}版）
          </a>
        </p>
      )}
      <h3>指標の期待値の道筋</h3>
      <Attached {...props} />
      <h3>表にして持ち出す</h3>
      <p className="field__hint">保存してある内容から計算します。</p>
      <Downloads {...props} />
      {may(viewer.actor, 'population.manage') && (
        <>
          <h3>写す・消す</h3>
          <Step {...props} action={`${href}/copy`}>
            <button type="submit" className="button button--quiet">
              写して別のシナリオを作る
            </button>
            <span>保存してある内容を写します。このシナリオはそのまま残ります。</span>
          </Step>
          {scenario.publishedEdition === null && (
            <Step {...props} action={`${href}/remove`}>
              <button type="submit" className="button button--danger">
                シナリオを消す
              </button>
              <span>一度も公開していないので消せます。元には戻せません。</span>
            </Step>
          )}
        </>
      )}
    </section>
  );
};
