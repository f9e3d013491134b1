import { BackcastResult } from '../backcast/backcast-panel.tsx';
import { GuideImpact } from '../results/guide-impact.tsx';
import type { PlacedSentence } from '../scenario-sentences.ts';
import type { Shown } from './editor-page.tsx';

interface FollowingProps {
  readonly shown: Shown | null;
  readonly standing: readonly PlacedSentence[];
  readonly mayEdit: boolean;
}

const Places = ({ sentences }: { readonly sentences: readonly PlacedSentence[] }) => (
  <ul className="check-list">
    {sentences.map(({ place, sentence, href }) => (
      <li key={`${href} ${sentence}`}>
        <a href={href}>{place === '' ? 'シナリオ' : place}</a>
        <p>{sentence}</p>
      </li>
    ))}
  </ul>
);

/** What the server works out a moment after the form has changed; also sent alone, while somebody types. */
export const FollowingResults = ({ shown, standing, mayEdit }: FollowingProps) => {
  if (shown === null)
    return (
      <>
        <p className="preview__summary" role="status">
          いまの前提では計算できません。直すところが{standing.length}か所あります。
        </p>
        <Places sentences={standing} />
      </>
    );
  const { worked, unasked, answers } = shown;
  return (
    <>
      {worked.content.aim === null ? (
        <p>目標の年と人数を書くと、何がどれだけ要るかをここに示します。</p>
      ) : unasked.length > 0 ? (
        <>
          <p className="preview__summary" role="status">
            この問いには答えられません。直すところが{unasked.length}か所あります。
          </p>
          <Places sentences={unasked} />
        </>
      ) : answers === null ? (
        <p>動かす前提を一つ以上選んでください。</p>
      ) : (
        <BackcastResult worked={worked} answers={answers} mayEdit={mayEdit} />
      )}
      <GuideImpact worked={worked} />
    </>
  );
};
