import { columnNames, sheetColumns } from '../../../domain/indicator/collection/place-block.ts';
import { CsrfField } from '../layout.tsx';
import type { SheetPageProps } from './sheet-page.tsx';

/** Out to a spreadsheet and back: a pasted block or the same file edited. Nothing is written before a look at it. */
export const Exchange = ({ page, href }: { readonly page: SheetPageProps; readonly href: string }) => {
  const { view, viewer, form } = page;
  if (view.records.length === 0) return null;
  return (
    <section className="section" aria-labelledby="exchange-title">
      <h2 id="exchange-title">表計算とやり取りする</h2>
      <p className="actions">
        <a className="button button--quiet" href={`${href}/sheet.csv`} download>
          CSV で書き出す
        </a>
      </p>
      {view.writable && (
        <>
          <form method="post" action={`${href}/csv`} encType="multipart/form-data" className="form">
            <CsrfField viewer={viewer} />
            <div className="field">
              <label htmlFor="file">書き出して直した CSV</label>
              <p className="field__hint" id="file-hint">
                Excel の Shift_JIS でも UTF-8 でも読めます。先に変わるところを表示します。
              </p>
              <input
                id="file"
                name="file"
                type="file"
                accept=".csv,text/csv"
                className="input"
                aria-describedby="file-hint"
              />
            </div>
            <button type="submit" className="button button--quiet">
              確かめる
            </button>
          </form>
          <form method="post" action={`${href}/paste`} className="form section" id="paste">
            <CsrfField viewer={viewer} />
            <div className="field">
              <label htmlFor="block">表計算から貼り付ける</label>
              <p className="field__hint" id="block-hint">
                1列目に指標の名前があれば、名前で行を探します。なければ、選んだ行と列から右下へ並べます。
              </p>
              <textarea
                id="block"
                name="block"
                rows={6}
                className="input input--area"
                aria-describedby="block-hint"
                defaultValue={form.text('block')}
              />
            </div>
            <div className="fields-row">
              <div className="field">
                <label htmlFor="start">始める行</label>
                <select
                  id="start"
                  name="start"
                  className="input input--medium"
                  defaultValue={form.text('start')}
                >
                  {view.records.map(({ indicator }) => (
                    <option key={indicator.indicatorKey} value={indicator.indicatorKey}>
                      {indicator.name}
                    </option>
                  ))}
                </select>
              </div>
              <div className="field">
                <label htmlFor="column">始める列</label>
                <select
                  id="column"
                  name="column"
                  className="input input--short"
                  defaultValue={form.text('column')}
                >
                  {sheetColumns.map((column) => (
                    <option key={column} value={column}>
                      {columnNames[column]}
                    </option>
                  ))}
                </select>
              </div>
            </div>
            <button type="submit" className="button button--quiet">
              どこに入るかを確かめる
            </button>
          </form>
        </>
      )}
    </section>
  );
};
