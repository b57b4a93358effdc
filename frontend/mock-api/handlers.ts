import type { HttpHandler } from 'msw';
import type { Db } from './db';
import { accessHandlers, type Pace } from './handlers/access';
import { auditHandlers } from './handlers/audit';
import { catalogHandlers } from './handlers/catalog';
import { connectionHandlers } from './handlers/connections';
import { discoveryHandlers } from './handlers/discovery';
import { goalHandlers } from './handlers/goals';
import { labelHandlers } from './handlers/labels';
import { overviewHandlers } from './handlers/overview';
import { personalHandlers } from './handlers/personal';
import { profileHandlers } from './handlers/profiles';
import { propertyHandlers } from './handlers/properties';
import { runHandlers } from './handlers/runs';
import { versionHandlers } from './handlers/versions';

/** The whole mock API, one file a feature. What every request passes comes first. */
export function handlers(db: Db, pace: Pace = { milliseconds: 0 }): HttpHandler[] {
  return [
    ...accessHandlers(db, pace),
    ...auditHandlers(db),
    ...catalogHandlers(db),
    ...discoveryHandlers(db),
    ...overviewHandlers(db),
    ...personalHandlers(db),
    ...connectionHandlers(db),
    ...goalHandlers(db),
    ...labelHandlers(db),
    ...profileHandlers(db),
    ...propertyHandlers(db),
    ...runHandlers(db),
    ...versionHandlers(db),
  ];
}
