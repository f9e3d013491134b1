import type { PlacedSentence } from './placed-sentences.ts';

interface FindingsProps {
  readonly sentences: readonly PlacedSentence[];
  /** What a finding of no field is about: 判定基準, 評価の様式 */
  readonly kind: string;
}

const List = ({ sentences, kind }: FindingsProps) => (
  <ul className="check-list">
    {sentences.map(({ place, sentence, href }) => (
      <li key={`${href} ${sentence}`}>
        <a href={href}>{place === '' ? kind : place}</a>
        <p>{sentence}</p>
      </li>
    ))}
  </ul>
);

/** What is wrong with a scheme as it is typed now, errors first. */
export const Findings = ({ sentences, kind }: FindingsProps) => {
  const errors = sentences.filter(({ isError }) => isError);
  const warnings = sentences.filter(({ isError }) => !isError);
  return (
    <>
      {errors.length > 0 && <List sentences={errors} kind={kind} />}
      {warnings.length > 0 && (
        <details id="preview-warnings">
          <summary>気づき（{warnings.length}件。このままでも使えます）</summary>
          <List sentences={warnings} kind={kind} />
        </details>
      )}
    </>
  );
};
