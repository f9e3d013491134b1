import type { ReactNode } from 'react';
import type { StoredScheme } from '../../../db/read-scheme.ts';
import type { Viewer } from '../../middleware/session.ts';
import { CsrfField } from '../layout.tsx';

interface StepProps {
  readonly viewer: Viewer;
  readonly stored: StoredScheme;
}

interface StepsProps extends StepProps {
  readonly href: string;
  readonly mayDecide: boolean;
  /** What comes of adopting it, and of a next version. */
  readonly says: { readonly adopt: string; readonly next: string };
}

const Step = ({
  viewer,
  stored,
  action,
  children,
}: StepProps & { readonly action: string; readonly children: ReactNode }) => (
  <form method="post" action={action} className="inline-form">
    <CsrfField viewer={viewer} />
    <input type="hidden" name="version" value={stored.version} />
    {children}
  </form>
);

/** What becomes of a version: adopted, followed by the next, discarded, carried as a file. */
export const SchemeSteps = ({ viewer, stored, href, mayDecide, says }: StepsProps) => {
  const isDraft = stored.state === 'draft';
  const step = { viewer, stored };
  return (
    <section className="section" aria-labelledby="steps-title">
      <h2 id="steps-title">この版をどうするか</h2>
      {mayDecide && isDraft && (
        <>
          <Step {...step} action={`${href}/adopt`}>
            <button type="submit" className="button">
              採用する
            </button>
            <span>{says.adopt}</span>
          </Step>
          <Step {...step} action={`${href}/discard`}>
            <button type="submit" className="button button--danger">
              下書きを破棄する
            </button>
            <span>この下書きを消します。採用済みの版は残ります。</span>
          </Step>
        </>
      )}
      {mayDecide && !isDraft && (
        <Step {...step} action={`${href}/next`}>
          <button type="submit" className="button">
            次の版を作る
          </button>
          <span>{says.next}</span>
        </Step>
      )}
      <h3>ファイルにする・ファイルから読み込む</h3>
      <p>
        <a className="button button--quiet" href={`${href}/scheme.json`} download>
          JSON で書き出す
        </a>
      </p>
      {mayDecide && isDraft && (
        <form method="post" action={`${href}/upload`} encType="multipart/form-data" className="inline-form">
          <CsrfField viewer={viewer} />
          <input type="hidden" name="version" value={stored.version} />
          <label htmlFor="upload-file">
            JSON のファイル
            <input
              id="upload-file"
              type="file"
              name="file"
              accept=".json,application/json"
              className="input"
            />
          </label>
          <button type="submit" className="button button--quiet">
            この下書きに読み込む
          </button>
          <span>読み込んだ内容が欄に入ります。確かめて、保存してください。</span>
        </form>
      )}
    </section>
  );
};
