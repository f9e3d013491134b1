import { Hono } from 'hono';
import { may } from '../../../domain/access/may.ts';
import type { WebDeps } from '../../deps.ts';
import type { OfficeEnv } from '../../middleware/session.ts';
import { renderPage } from '../../render.tsx';
import { OfficeLayout } from '../layout.tsx';
import { areaRoutes } from './areas.tsx';
import { auditRoutes } from './audit.tsx';
import { openSettingsPages } from './settings-layout.tsx';
import { townRoutes } from './town.tsx';
import { unitRoutes } from './units.tsx';
import { userImportRoutes } from './user-import.tsx';
import { userRoutes } from './users.tsx';

/** 設定: what this person may open, with what stands there. */
export const settingsRoutes = (deps: WebDeps): Hono<OfficeEnv> => {
  const app = new Hono<OfficeEnv>();
  app.get('/', (c) => {
    const { town, viewer } = c.var;
    const base = `/m/${town.municipality}/office/settings`;
    return renderPage(
      c,
      <OfficeLayout
        title="設定"
        town={town}
        viewer={viewer}
        current="settings"
        breadcrumb={[{ label: 'やること', href: `/m/${town.municipality}/office` }]}
      >
        <ul className="office-doors office-doors--large">
          {openSettingsPages(viewer).map(({ page, label, about }) => (
            <li key={page}>
              <a href={`${base}/${page}`}>{label}</a>
              <span className="quiet">{about}</span>
            </li>
          ))}
          {may(viewer.actor, 'programme.manage') && (
            <li>
              <a href={`/m/${town.municipality}/office/cycle/start`}>年度サイクル</a>
              <span className="quiet">事業の種類、年間の予定、評価から予算までの準備</span>
            </li>
          )}
        </ul>
      </OfficeLayout>,
    );
  });
  app.route('/users/import', userImportRoutes(deps));
  app.route('/users', userRoutes(deps));
  app.route('/units', unitRoutes(deps));
  app.route('/areas', areaRoutes(deps));
  app.route('/town', townRoutes(deps));
  app.route('/audit', auditRoutes(deps));
  return app;
};
