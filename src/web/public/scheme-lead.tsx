import type { JudgementScheme } from '../../domain/indicator/judgement/judgement-scheme.ts';
import { judgementWords } from '../text/judgement.ts';
import type { Language } from '../text/text.ts';

/** どの方式で判定したか: a sentence in the reader's language about the scheme, whose name is as the town wrote it. */
export const SchemeLead = ({
  scheme,
  language,
}: {
  readonly scheme: Pick<JudgementScheme, 'name' | 'version'>;
  readonly language: Language;
}) => {
  const [before, after] = judgementWords(language).schemeLead(String(scheme.version));
  return (
    <>
      {before}
      <span lang="ja">{scheme.name}</span>
      {after}
    </>
  );
};
