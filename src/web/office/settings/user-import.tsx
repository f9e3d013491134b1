import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { isoDateInJapan } from '../../../app/japan-date.ts';
import { readOrganisation } from '../../../app/organisation/reorganise-units.ts';
import { checkNewUsers, createUsers } from '../../../app/people/user-create.ts';
import { readUsers, type UserEntry, userColumns } from '../../../documents/csv/read-users.ts';
import { problemSentence } from '../../../documents/problem-text/sentences.ts';
import { temporaryPassword } from '../../../domain/access/temporary-password.ts';
import { errorAt, type Problem } from '../../../domain/kernel/problem.ts';
import { unitsOn } from '../../../domain/organisation/units.ts';
import type { WebDeps } from '../../deps.ts';
import { actingOf, type OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { csvFile } from '../csv-file.ts';
import { requireRight } from '../forbidden.ts';
import { PasswordsPage } from './passwords-page.tsx';
import { UserImportPage } from './user-import-page.tsx';

/** Marked as UTF-8, so that Excel opens it as such. */
const template = `\uFEFF${userColumns.join(',')}\r\n`;

const columnOf: Readonly<Record<string, (typeof userColumns)[number]>> = {
  login: 'ログインID',
  displayName: '氏名',
  role: '役割',
  unitKey: '組織',
  validFrom: '開始日',
  validTo: '終了日',
};

/** The command names a user by place in the list; the person looks for a line of the file. */
const onLine = (problem: Problem, entries: readonly UserEntry[]): Problem => {
  const [index, field] = problem.path;
  const entry = typeof index === 'number' ? entries[index] : undefined;
  const column = typeof field === 'string' ? columnOf[field] : undefined;
  if (entry === undefined) return problem;
  return { ...problem, path: [`${entry.line}行目`, ...(column === undefined ? [] : [column])] };
};

/** In the order of the file; what is about no line comes first. */
const byLine = (problems: readonly Problem[]): readonly Problem[] => {
  const lineOf = ({ path }: Problem): number => Number.parseInt(String(path[0]), 10) || 0;
  return problems.toSorted((a, b) => lineOf(a) - lineOf(b));
};

const requestOf = ({ login, displayName, grants }: UserEntry) => ({
  login,
  displayName,
  grants,
  password: temporaryPassword(randomBytes(16)),
  mustChangePassword: 'yes' as const,
});

/** 「3行目『役割』: …」 */
const placed = (problem: Problem): string => {
  const [line, column] = problem.path;
  const place =
    line === 'file' || line === undefined ? '' : `${line}${column === undefined ? '' : `『${column}』`}: `;
  return `${place}${problemSentence(problem)}`;
};

export const userImportRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  app.use(requireRight(deps, 'user.manage'));
  const page = (c: Context<OfficeEnv>, problems: readonly Problem[] = []) =>
    renderPage(
      c,
      <UserImportPage
        town={c.var.town}
        viewer={c.var.viewer}
        problems={
          problems.length === 0
            ? []
            : [...problems.map(placed), 'だれも加えていません。直して、もう一度送ってください。']
        }
      />,
      problems.length === 0 ? 200 : 422,
    );

  app.get('/', (c) => page(c));
  app.get('/template.csv', (c) => csvFile(c, template, 'users.csv'));
  app.post('/', async (c) => {
    const file = c.var.form.file('users');
    if (file === null) return page(c, [errorAt('csv.file-missing', ['file'])]);
    const { units } = await readOrganisation(actingOf(c, deps));
    const read = readUsers(
      new Uint8Array(await file.arrayBuffer()),
      unitsOn(units, isoDateInJapan(deps.now())),
    );
    if (!read.ok) {
      const { problems, entries } = read.error;
      const others = await checkNewUsers(actingOf(c, deps), entries.map(requestOf));
      // Somebody without a role here has one that could not be read, which is said already.
      const told = others.filter(({ code }) => code !== 'grant.missing').map((each) => onLine(each, entries));
      return page(c, byLine([...problems, ...told]));
    }
    const users = read.value.map(requestOf);
    const made = await createUsers(actingOf(c, deps), users);
    if (!made.ok)
      return page(
        c,
        made.error.map((problem) => onLine(problem, read.value)),
      );
    return renderPage(
      c,
      <PasswordsPage
        town={c.var.town}
        viewer={c.var.viewer}
        notice={`${users.length}人の職員を加えました。`}
        made={users}
      />,
    );
  });
  return app;
};
