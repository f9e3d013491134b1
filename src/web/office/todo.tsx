import { Hono } from 'hono';
import { readTodo } from '../../app/town/read-todo.ts';
import type { WebDeps } from '../deps.ts';
import { actingOf, type OfficeEnv } from '../middleware/session.ts';
import { renderPage } from '../render.tsx';
import { doneNotice } from './done-notice.ts';
import { TodoPage } from './todo-page.tsx';

/** やること: the first page for everyone. */
export const todoRoutes = (deps: WebDeps): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().get('/', async (c) => {
    const { town, viewer } = c.var;
    const todo = await readTodo(actingOf(c, deps), town.settings.checks);
    return renderPage(
      c,
      <TodoPage town={town} viewer={viewer} todo={todo} notice={doneNotice(c.req.query('done'))} />,
    );
  });
