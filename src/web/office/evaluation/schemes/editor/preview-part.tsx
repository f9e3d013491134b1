import type { Form } from '../../../../middleware/form.ts';
import { branchOf, rowsOf, textOf } from '../../../judgement/form/branch.ts';
import { type PreviewProps, PreviewResult } from './preview.tsx';

interface PreviewPartProps {
  readonly form: Form;
  readonly href: string;
  readonly preview: PreviewProps;
  readonly mayEdit: boolean;
}

/** Which sheet is looked at, and the sheet. */
export const PreviewPart = ({ form, href, preview, mayEdit }: PreviewPartProps) => {
  const root = branchOf(form.entries);
  const [types, stages] = [rowsOf(root, 'types'), rowsOf(root, 'stages')];
  return (
    <section className="section scheme-part" aria-labelledby="part-preview">
      <h2 id="part-preview">シートの見え方（職員が見る形）</h2>
      <p className="field__hint">試しに答えられます。ここで選んでも、評価には保存されません。</p>
      <div className="fields-row preview__choice">
        <label htmlFor="preview-stage">
          段階
          <select
            id="preview-stage"
            name="previewStage"
            className="input input--medium"
            defaultValue={preview.stageKey}
          >
            {stages.map((stage) => (
              <option key={textOf(stage, 'key')} value={textOf(stage, 'key')}>
                {textOf(stage, 'label')}
              </option>
            ))}
          </select>
        </label>
        <label htmlFor="preview-type">
          事業の種類
          <select
            id="preview-type"
            name="previewType"
            className="input input--medium"
            defaultValue={preview.typeKey}
          >
            <option value="">（種類なし）</option>
            {types.map((type) => (
              <option key={textOf(type, 'key')} value={textOf(type, 'key')}>
                {textOf(type, 'label')}
              </option>
            ))}
          </select>
        </label>
        <button
          type="submit"
          {...(mayEdit
            ? { name: 'then', value: 'preview', formAction: `${href}#part-preview` }
            : { formAction: `${href}#part-preview`, formMethod: 'get' as const })}
          className="button button--quiet"
        >
          このシートを見る
        </button>
      </div>
      <div data-preview-result>
        <PreviewResult {...preview} />
      </div>
    </section>
  );
};
