import { type Action, actionRules } from '../../../domain/access/action.ts';
import { may } from '../../../domain/access/may.ts';
import { roles } from '../../../domain/access/role.ts';
import { roleNames } from '../../../domain/access/role-names.ts';
import type { SetUpStep } from '../../../domain/programme/yearly-cycle-setup.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { CycleLayout } from './cycle-layout.tsx';
import { setUpStates, setUpWords } from './cycle-words.data.ts';

interface StartPageProps extends Pick<OfficeEnv['Variables'], 'town' | 'viewer'> {
  readonly steps: readonly SetUpStep[];
}

const note = ({ key, state, waitsFor }: SetUpStep): string | null => {
  if (waitsFor !== null) return `先に「${setUpWords[waitsFor].title}」が要ります。`;
  if (state !== 'begun') return null;
  if (key === 'programmes') return '担当の課が決まっていない事務事業があります。';
  if (key === 'frames') return '年度は始まっています。枠をまだ計算していません。';
  return '下書きがあります。採用すると使えます。';
};

const holders = (action: Action): string =>
  roles
    .filter((role) => actionRules[action].roles[role] !== undefined)
    .map((role) => roleNames[role])
    .join('・');

/** はじめての年度サイクル: what is set up, what is missing, and where. */
export const StartPage = ({ town, viewer, steps }: StartPageProps) => {
  const office = `/m/${town.municipality}/office`;
  const left = steps.filter(({ state }) => state === 'missing' || state === 'begun');
  const opens = (right: Action | undefined): boolean => right === undefined || may(viewer.actor, right);
  const next = left.find(({ key, waitsFor }) => waitsFor === null && opens(setUpWords[key].right));
  return (
    <CycleLayout title="はじめての年度サイクル" page="start" {...{ town, viewer }}>
      <p className="section__text">
        {left.length === 0
          ? 'すべて揃っています。あとは、やることの一覧から進められます。'
          : `評価から予算までの一年を動かすために要るものです。残りは${left.length}つです。`}
        {next !== undefined && (
          <>
            {' '}
            次は「
            <a href={`${office}${setUpWords[next.key].page}`}>{setUpWords[next.key].title}</a>
            」です。
          </>
        )}
      </p>
      <ol className="set-up">
        {steps.map((step) => {
          const { title, about, page, link, right, counted } = setUpWords[step.key];
          const why = note(step);
          return (
            <li key={step.key} className="set-up__step" data-state={step.state}>
              <h2 className="set-up__title">
                {title} <span className="tag set-up__state">{setUpStates[step.state]}</span>
              </h2>
              <p>{about}</p>
              {why !== null && <p className="set-up__note">{why}</p>}
              <p className="actions">
                {opens(right) ? (
                  <a href={`${office}${page}`}>{link}</a>
                ) : (
                  right !== undefined && <span className="quiet">決めるのは、{holders(right)}です。</span>
                )}
                {step.count > 0 && <span className="quiet">いま {counted(step.count)}</span>}
              </p>
            </li>
          );
        })}
      </ol>
    </CycleLayout>
  );
};
