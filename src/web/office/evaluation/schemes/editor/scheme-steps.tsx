import type { ReactNode } from 'react';
import type { StoredScheme } from '../../../../../db/read-scheme.ts';
import { may } from '../../../../../domain/access/may.ts';
import type { Viewer } from '../../../../middleware/session.ts';
import { CsrfField } from '../../../layout.tsx';

interface StepsProps {
  readonly viewer: Viewer;
  readonly stored: StoredScheme;
  readonly href: string;
}

const Step = ({
  viewer,
  stored,
  action,
  children,
}: Omit<StepsProps, 'href'> & { readonly action: string; readonly children: ReactNode }) => (
  <form method="post" action={action} className="inline-form">
    <CsrfField viewer={viewer} />
    <input type="hidden" name="version" value={stored.version} />
    {children}
  </form>
);

/** What becomes of a version: adopted, followed by the next, discarded, carried as a file. */
export const SchemeSteps = ({ viewer, stored, href }: StepsProps) => {
  const isDraft = stored.state === 'draft';
  const mayDecide = may(viewer.actor, 'evaluation.manage');
  return (
    <section className="section" aria-labelledby="steps-title">
      <h2 id="steps-title">この版をどうするか</h2>
      {mayDecide && isDraft && (
        <>
          <Step viewer={viewer} stored={stored} action={`${href}/adopt`}>
            <button type="submit" className="button">
              採用する
            </button>
            <span>
              保存してある内容で決まります。採用した版は変わりません。評価の回で使えるようになります。
            </span>
          </Step>
          <Step viewer={viewer} stored={stored} action={`${href}/discard`}>
            <button type="submit" className="button button--danger">
              下書きを破棄する
            </button>
            <span>この下書きを消します。採用済みの版は残ります。</span>
          </Step>
        </>
      )}
      {mayDecide && !isDraft && (
        <Step viewer={viewer} stored={stored} action={`${href}/next`}>
          <button type="submit" className="button">
            次の版を作る
          </button>
          <span>この版を写した下書きができます。すでに始めた評価の回は、始めたときの版のまま進みます。</span>
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
