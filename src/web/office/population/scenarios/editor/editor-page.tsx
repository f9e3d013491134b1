import type { ReactNode } from 'react';
import type { ScenarioDesk } from '../../../../../app/population/read-population.ts';
import type { KeptTyping } from '../../../../../db/autosave.ts';
import { yearSpokenOf } from '../../../../../domain/population/total-in.ts';
import { LiveInputScript } from '../../../../components/population/live-input-script.tsx';
import type { LeverField } from '../../../../islands/population/lever-field.ts';
import type { Computed } from '../../../../islands/population/live-figures.ts';
import type { LiveInput } from '../../../../islands/population/live-input.ts';
import type { Form } from '../../../../middleware/form.ts';
import type { OfficeEnv } from '../../../../middleware/session.ts';
import { wholePersons } from '../../../../text/population-names.ts';
import type { FieldSentences } from '../../../forms/field.tsx';
import { EditingProvider, editingOf } from '../../../judgement/editor/editing.ts';
import { Fold } from '../../../judgement/editor/fields.tsx';
import { CsrfField, OfficeLayout } from '../../../layout.tsx';
import { type FieldMarks, type Meeting, printMarks } from '../../../plans/item-compare.ts';
import { KeptNotice } from '../../../plans/kept-notice.tsx';
import { MeetingChoice, MeetingNotice, type OtherWriter } from '../../../plans/meeting.tsx';
import type { BackcastAnswers } from '../backcast/answers.ts';
import { BackcastFields } from '../backcast/backcast-panel.tsx';
import type { BaselineOffer } from '../baseline-offers.ts';
import { yearTyped } from '../figure-words.ts';
import { scenarioParts } from '../form/scenario-parts.ts';
import { AgesPanel, ResultsPanel } from '../results/results-panel.tsx';
import { Figure } from '../results/year-table.tsx';
import type { PlacedSentence } from '../scenario-sentences.ts';
import type { Worked } from '../work-out.ts';
import { AimFields } from './aim-fields.tsx';
import { BaselineFields } from './baseline-fields.tsx';
import { BasicsFields } from './basics-fields.tsx';
import { EstateFields } from './estate-fields.tsx';
import { FollowingResults } from './following-results.tsx';
import { Levers } from './levers.tsx';
import { MethodFields } from './method-fields.tsx';
import { ScenarioSteps } from './scenario-steps.tsx';

/** What the form comes to as it stands; null where it cannot be worked out. */
export interface Shown {
  readonly worked: Worked;
  readonly computed: Computed;
  readonly input: LiveInput;
  readonly says: string;
  /** What of the question cannot be asked */
  readonly unasked: readonly PlacedSentence[];
  readonly answers: BackcastAnswers | null;
}

export interface EditorPageProps {
  readonly town: OfficeEnv['Variables']['town'];
  readonly viewer: OfficeEnv['Variables']['viewer'];
  readonly desk: ScenarioDesk;
  readonly mayEdit: boolean;
  readonly form: Form;
  /** Version the form was filled in from. */
  readonly version: number;
  readonly marks: FieldMarks;
  readonly formKey: string;
  readonly sentences: FieldSentences;
  /** What refused the saving, with its places; shown first. */
  readonly refused: readonly PlacedSentence[];
  readonly problems: readonly string[];
  readonly offers: readonly BaselineOffer[];
  readonly levers: readonly LeverField[];
  readonly birthRate: string | null;
  readonly shown: Shown | null;
  /** Why nothing can be worked out from the form as it stands */
  readonly standing: readonly PlacedSentence[];
  readonly touched: string;
  /** Why it is published, as it was typed */
  readonly typedReason?: string;
  readonly kept: KeptTyping | null;
  readonly notice: string | undefined;
  readonly meeting: {
    readonly writers: readonly OtherWriter[];
    readonly fields: Meeting<string>;
    readonly mine: Readonly<Record<string, string>>;
    readonly theirs: Readonly<Record<string, string>>;
  } | null;
}

const Part = ({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) => (
  <section className="section scheme-part" id={`f-${id}`} aria-labelledby={`part-${id}`}>
    <h2 id={`part-${id}`}>{title}</h2>
    {children}
  </section>
);

const contents = [
  ['basics', '名前・目標・基準'],
  ['levers', '前提'],
  ['results', '結果'],
  ['ages', '年齢別'],
  ['backcast', '目標から逆に考える'],
  ['steps', '公開・指標・CSV'],
] as const;

const Sentences = ({ sentences }: { readonly sentences: readonly PlacedSentence[] }) => (
  <ul>
    {sentences.map(({ place, sentence, href }) => (
      <li key={`${href} ${sentence}`}>
        <a href={href}>{place === '' ? 'シナリオ' : place}</a>: {sentence}
      </li>
    ))}
  </ul>
);

const Refused = ({ sentences }: { readonly sentences: readonly PlacedSentence[] }) =>
  sentences.length === 0 ? null : (
    <section className="notice notice--problem" role="alert" aria-label="保存できなかった理由">
      <p>直すところが{sentences.length}か所あります。まだ何も保存していません。</p>
      <Sentences sentences={sentences} />
    </section>
  );

const stateWords = ({ publishedEdition, isAsPublished }: ScenarioDesk['scenario']): string => {
  if (publishedEdition === null) return 'まだ公開していません。職員だけが見られます。';
  return isAsPublished
    ? `第${publishedEdition}版として公開しています。`
    : `第${publishedEdition}版を公開しています。その後に変えた内容は、公開し直すまで住民には見えません。`;
};

const Beside = ({ meeting }: Pick<EditorPageProps, 'meeting'>) =>
  meeting === null
    ? null
    : meeting.fields.both.map((part) => (
        <MeetingChoice
          key={part}
          field={part}
          label={scenarioParts[part] ?? part}
          mine={meeting.mine[part] ?? ''}
          theirs={meeting.theirs[part] ?? ''}
        />
      ));

/** 65000 as 65,000; what is no number stays as typed. */
const withSeparators = (text: string): string =>
  /^\d+$/u.test(text) ? wholePersons(Number(text)) : text.replace(/人$/u, '');

const Inputs = (props: EditorPageProps) => {
  const { form, offers, sentences } = props;
  const [year, total] = [form.text('aim.year').trim(), form.text('aim.total').trim()];
  const baseline = offers.find(({ choice }) => choice === form.text('baseline'))?.label ?? '選ばれていません';
  const wrong = (...names: readonly string[]): boolean => names.some((name) => sentences.has(name));
  return (
    <fieldset className="plain" disabled={!props.mayEdit}>
      <legend className="visually-hidden">シナリオの前提</legend>
      <Part id="basics" title="名前・目標・基準">
        <Fold name="naming" title="名前と説明" open={wrong('name', 'description')}>
          <BasicsFields />
        </Fold>
        <Fold
          name="aim"
          title={`目標人口: ${year === '' ? 'まだありません' : `${yearTyped(year)}に${withSeparators(total)}人`}`}
        >
          <AimFields />
        </Fold>
        <Fold
          name="standing"
          title={`基準となる推計: ${baseline}`}
          open={wrong('baseline', 'untilYear', 'birthRateNow.value', 'birthRateNow.source')}
        >
          <BaselineFields offers={offers} birthRate={props.birthRate} />
        </Fold>
      </Part>
      <Part id="levers" title="前提">
        <Levers fields={props.levers} {...props} />
        <h3>一度だけの転入</h3>
        <EstateFields />
        <MethodFields />
      </Part>
    </fieldset>
  );
};

/** In sight while sliders are moved on a phone; the same is said in words above. */
const BarFigure = ({ computed }: Pick<Shown, 'computed'>) => {
  const year = yearSpokenOf(computed.content.aim, computed.projection.years);
  return (
    <span className="workbench__bar" aria-hidden="true">
      {year}年{' '}
      <b>
        <Figure computed={computed} of={`total:${year}`} />人
      </b>
    </span>
  );
};

/** シナリオの作業台: assumptions on one side, what they come to on the other, the way back from the aim below. */
export const EditorPage = (props: EditorPageProps) => {
  const { town, viewer, desk, form, version, formKey, meeting, mayEdit, shown } = props;
  const { scenario } = desk;
  const office = `/m/${town.municipality}/office`;
  const href = `${office}/population/scenarios/${scenario.scenarioKey}`;
  return (
    <OfficeLayout
      title={scenario.name}
      town={town}
      viewer={viewer}
      current="population"
      breadcrumb={[
        { label: '人口', href: `${office}/population` },
        { label: 'シナリオ', href: `${office}/population/scenarios` },
      ]}
      notice={props.notice}
      problems={props.problems}
      scripts={mayEdit ? ['autosave.js', 'scheme-preview.js', 'population.js'] : ['population.js']}
    >
      <Refused sentences={props.refused} />
      {props.kept !== null && (
        <KeptNotice kept={props.kept} viewer={viewer} href={href} formKey={formKey} office={office} />
      )}
      {meeting !== null && (
        <MeetingNotice writers={meeting.writers} meeting={meeting.fields} fieldNames={scenarioParts} />
      )}
      <p>{stateWords(scenario)}</p>
      <nav className="section-nav" aria-label="この画面の中">
        {contents.map(([id, label]) => (
          <a key={id} href={`#part-${id}`}>
            {label}
          </a>
        ))}
      </nav>
      <div data-population-live>
        <form
          method="post"
          action={href}
          className="scheme-form workbench"
          data-population-form
          data-preview={mayEdit ? `${href}/preview` : undefined}
          data-autosave={mayEdit ? `${office}/plans/autosave` : undefined}
          data-autosave-key={formKey}
          data-autosave-version={version}
        >
          <CsrfField viewer={viewer} />
          {/* The first button of a form is the one Enter presses: to work out, which changes nothing. */}
          {mayEdit && (
            <button type="submit" hidden name="then" value="calculate" formAction={`${href}#part-results`}>
              計算する
            </button>
          )}
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="seenMarks" value={printMarks(props.marks)} />
          <EditingProvider value={editingOf(form, props.sentences, href, props.touched)}>
            <Beside meeting={meeting} />
            <div className="workbench__sides">
              <div className="workbench__inputs">
                <Inputs {...props} />
              </div>
              <div className="workbench__results">
                <Part id="results" title="結果">
                  {shown === null ? (
                    <>
                      <p className="preview__summary">
                        いまの前提では計算できません。下の所を直して「計算する」を押してください。
                      </p>
                      <Sentences sentences={props.standing} />
                    </>
                  ) : (
                    <ResultsPanel {...shown} />
                  )}
                </Part>
              </div>
            </div>
            {shown !== null && (
              <Part id="ages" title="年齢別の見通し">
                <AgesPanel {...shown} mayEdit={mayEdit} />
              </Part>
            )}
            <Part id="backcast" title="目標から逆に考える">
              {mayEdit && <BackcastFields />}
              <div data-preview-result>
                <FollowingResults shown={shown} standing={props.standing} mayEdit={mayEdit} />
              </div>
            </Part>
          </EditingProvider>
          <div className="save-bar">
            {mayEdit && (
              <>
                <button type="submit" className="button">
                  保存する
                </button>
                <button
                  type="submit"
                  name="then"
                  value="calculate"
                  formAction={`${href}#part-results`}
                  className="button button--quiet"
                >
                  計算する
                </button>
              </>
            )}
            {shown !== null && <BarFigure computed={shown.computed} />}
            <span className="save-bar__state" role="status" data-autosave-state />
          </div>
        </form>
        {shown !== null && <LiveInputScript input={shown.input} />}
      </div>
      <ScenarioSteps {...props} href={href} />
    </OfficeLayout>
  );
};
