import { Hono } from 'hono';
import { readDecisions } from '../../../../app/evaluation/read-decisions.ts';
import { axisNames, axisOf, machineAxes, matricesOf } from '../../../../domain/evaluation/decision-axes.ts';
import type { EvaluationScheme } from '../../../../domain/evaluation/evaluation-scheme.ts';
import { matrixOf } from '../../../../domain/evaluation/matrix.ts';
import type { WebDeps } from '../../../deps.ts';
import { actingOf, type OfficeEnv } from '../../../middleware/session.ts';
import { renderPage } from '../../../render.tsx';
import { insideOnly } from '../meeting/routes.tsx';
import { MachinePage } from './machine-page.tsx';
import { MatrixPage } from './matrix-page.tsx';

/** The pair of axes asked for by name, else the scheme's first. */
const pairOf = (scheme: EvaluationScheme, rows: string | undefined, columns: string | undefined) => {
  const names = axisNames(scheme);
  const [row, column] = [names.find((name) => name === rows), names.find((name) => name === columns)];
  const own = matricesOf(scheme);
  if (row === undefined || column === undefined) return own[0];
  const known = own.find((each) => each.rows === row && each.columns === column);
  return (
    known ?? {
      key: `${row} ${column}`,
      title: `${axisOf(scheme, row)?.title} と ${axisOf(scheme, column)?.title}`,
      rows: row,
      columns: column,
    }
  );
};

/** 判断の表 and 計算と人の判断. */
export const matrixRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .use(insideOnly(deps))
    .get('/', async (c) => {
      const view = await readDecisions(actingOf(c, deps), c.req.param('round') ?? '');
      if (view === null) return c.notFound();
      const { scheme } = view;
      const pair = pairOf(scheme, c.req.query('rows'), c.req.query('columns'));
      const rows = pair === undefined ? null : axisOf(scheme, pair.rows);
      const columns = pair === undefined ? null : axisOf(scheme, pair.columns);
      const [row, column] = [c.req.query('row'), c.req.query('column')];
      const evaluated = view.decisions.filter(({ exemption }) => exemption === '');
      return renderPage(
        c,
        <MatrixPage
          town={c.var.town}
          viewer={c.var.viewer}
          view={view}
          choices={matricesOf(scheme).map((each) => ({
            key: each.key,
            title: each.title,
            query: new URLSearchParams({ rows: each.rows, columns: each.columns }).toString(),
          }))}
          axes={axisNames(scheme).map((name) => ({ name, title: axisOf(scheme, name)?.title ?? name }))}
          shown={
            pair === undefined || rows === null || columns === null
              ? null
              : {
                  key: pair.key,
                  title: pair.title,
                  rows: pair.rows,
                  columns: pair.columns,
                  matrix: matrixOf(evaluated, rows, columns, ({ amountThousandYen }) => amountThousandYen),
                }
          }
          chosen={row === undefined || column === undefined ? null : { row, column }}
        />,
      );
    })
    .get('/machine', async (c) => {
      const view = await readDecisions(actingOf(c, deps), c.req.param('round') ?? '');
      if (view === null) return c.notFound();
      const { machine, human } = machineAxes(view.scheme);
      const evaluated = view.decisions.filter(({ exemption }) => exemption === '');
      return renderPage(
        c,
        <MachinePage
          town={c.var.town}
          viewer={c.var.viewer}
          view={view}
          matrix={matrixOf(evaluated, machine, human, ({ amountThousandYen }) => amountThousandYen)}
        />,
      );
    });
