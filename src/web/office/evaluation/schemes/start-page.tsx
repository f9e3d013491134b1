import type { UsedEvaluationScheme } from '../../../../app/evaluation/read-evaluation-schemes.ts';
import type { EvaluationScheme } from '../../../../domain/evaluation/evaluation-scheme.ts';
import type { OfficeEnv } from '../../../middleware/session.ts';
import { CsrfField, OfficeLayout } from '../../layout.tsx';
import { targetWords, timingWords } from './scheme-words.data.ts';
import { evaluationTemplates } from './templates.ts';

interface StartPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly schemes: readonly UsedEvaluationScheme[];
  readonly problems: readonly string[];
}

/** 何を、いつ、どの段階で、どう. */
export const summaryOf = (scheme: EvaluationScheme): string =>
  [
    `${targetWords[scheme.target]}・${timingWords[scheme.timing]}`,
    scheme.stages.map(({ label }) => label).join(' → '),
    scheme.directions.length === 0 ? '方向性なし' : `方向性${scheme.directions.length}語`,
    scheme.grades.length === 0
      ? '総合評価なし'
      : `総合評価${scheme.grades.length}段階（${scheme.gradeRule.by === 'hand' ? '人が決める' : '計算'}）`,
  ].join('、');

/** 評価の様式を作る */
export const StartPage = ({ town, viewer, schemes, problems }: StartPageProps) => {
  const evaluation = `/m/${town.municipality}/office/evaluation`;
  const list = `${evaluation}/schemes`;
  const href = `${list}/new`;
  return (
    <OfficeLayout
      title="評価の様式を作る"
      town={town}
      viewer={viewer}
      current="programmes"
      breadcrumb={[
        { label: '評価の回', href: evaluation },
        { label: '評価の様式', href: list },
      ]}
      problems={problems}
    >
      <p className="section__text">
        近いものを選ぶと、それを写した下書きができます。次の画面で、シートの見え方を確かめながら直せます。採用するまで、何も変わりません。
      </p>
      <form method="post" action={href} className="section" aria-labelledby="template-title">
        <CsrfField viewer={viewer} />
        <h2 id="template-title">ひな形や、町の様式から</h2>
        <fieldset className="field field--choices">
          <legend className="visually-hidden">写すもの</legend>
          {schemes.map((scheme) => (
            <label className="choice" key={`${scheme.schemeKey} ${scheme.schemeVersion}`}>
              <input type="radio" name="from" value={`own ${scheme.schemeKey} ${scheme.schemeVersion}`} />
              <span>
                {scheme.name}（第{scheme.schemeVersion}版）
                <span className="choice__note">町の様式</span>
              </span>
            </label>
          ))}
          {evaluationTemplates().map(({ key, scheme }, at) => (
            <label className="choice" key={key}>
              <input type="radio" name="from" value={`template ${key}`} defaultChecked={at === 0} />
              <span>
                {scheme.name}
                <span className="choice__note">{summaryOf(scheme)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <button type="submit" className="button">
          下書きを作る
        </button>
      </form>
      <form
        method="post"
        action={href}
        encType="multipart/form-data"
        className="section"
        aria-labelledby="file-title"
      >
        <CsrfField viewer={viewer} />
        <input type="hidden" name="from" value="file" />
        <h2 id="file-title">ファイルから</h2>
        <div className="field">
          <label htmlFor="scheme-file">JSON のファイル</label>
          <input id="scheme-file" type="file" name="file" accept=".json,application/json" className="input" />
        </div>
        <button type="submit" className="button button--quiet">
          読み込んで下書きを作る
        </button>
      </form>
    </OfficeLayout>
  );
};
