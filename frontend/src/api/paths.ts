import type {
  Connection,
  ConnectionContent,
  ConnectionSummary,
  ConnectionType,
  FileSource,
  Goal,
  LogLine,
  MappingPreview,
  Me,
  NewConnection,
  NewProperty,
  Page,
  Problem,
  Profile,
  ProfileSummary,
  Property,
  RatePoint,
  RejectedRecord,
  Run,
  RunSummary,
  SourcePreview,
  SourceRecord,
  TestReport,
  TouchedProfile,
  UnsavedSetup,
} from './contract';

interface Asked {
  query?: Record<string, string | number | boolean | undefined>;
  path?: Record<string, string>;
  header?: Record<string, string>;
  body?: unknown;
}

type Json<T> = { content: { 'application/json': T } };
type Part<A extends Asked, K extends keyof Asked> = A[K] extends NonNullable<Asked[K]> ? A[K] : undefined;

interface Operation<A extends Asked, Answer, Status extends number = 200> {
  parameters: {
    query?: Part<A, 'query'>;
    path: A['path'] extends Record<string, string> ? A['path'] : never;
    header?: Record<string, string>;
    cookie?: never;
  };
  requestBody: 'body' extends keyof A ? Json<A['body']> : never;
  responses: Record<Status, Json<Answer>> & {
    default: { content: { 'application/problem+json': Problem } };
  };
}

type Free<Answer, Query extends Record<string, string | number | boolean | undefined> = never> = {
  parameters: { query?: Query; path?: never; header?: Record<string, string>; cookie?: never };
  requestBody?: never;
  responses: { 200: Json<Answer>; default: { content: { 'application/problem+json': Problem } } };
};

type Create<Body, Answer> = {
  parameters: { query?: never; path?: never; header?: Record<string, string>; cookie?: never };
  requestBody: Json<Body>;
  responses: { 201: Json<Answer>; default: { content: { 'application/problem+json': Problem } } };
};

type Of<Answer, Query extends Record<string, string | number | boolean | undefined> = never> = {
  parameters: { query?: Query; path: { id: string }; header?: Record<string, string>; cookie?: never };
  requestBody?: never;
  responses: { 200: Json<Answer>; default: { content: { 'application/problem+json': Problem } } };
};

type Cursor = { after?: string; limit?: number };

/** The paths of the API in the shape that openapi-fetch reads. */
export interface paths {
  '/api/v1/me': { get: Free<Me> };
  '/api/v1/connection-types': { get: Free<Page<ConnectionType>> };
  '/api/v1/connection-types/{id}': { get: Of<ConnectionType> };
  '/api/v1/connection-types/{id}/guide': { get: Of<string> };
  '/api/v1/connection-types/{id}/test': {
    post: Operation<{ path: { id: string }; body: Required<UnsavedSetup> }, TestReport>;
  };
  '/api/v1/connections': {
    get: Free<Page<ConnectionSummary>, Cursor & { search?: string }>;
    post: Create<NewConnection, Connection>;
  };
  '/api/v1/connections/{id}': {
    get: Of<Connection>;
    put: Operation<{ path: { id: string }; body: ConnectionContent }, Connection>;
    delete: Of<never>;
  };
  '/api/v1/connections/{id}/on': {
    put: Operation<{ path: { id: string }; body: { on: boolean } }, Connection>;
  };
  '/api/v1/connections/{id}/secrets/{field}': {
    put: Operation<{ path: { id: string; field: string }; body: { value: string } }, never>;
    delete: {
      parameters: {
        query?: never;
        path: { id: string; field: string };
        header?: Record<string, string>;
        cookie?: never;
      };
      requestBody?: never;
      responses: { 204: Json<never>; default: { content: { 'application/problem+json': Problem } } };
    };
  };
  '/api/v1/connections/{id}/test': { post: Operation<{ path: { id: string }; body: UnsavedSetup }, TestReport> };
  '/api/v1/connections/{id}/source-preview': {
    post: Operation<
      { path: { id: string }; body: { goalId?: string; source: FileSource } & UnsavedSetup },
      SourcePreview
    >;
  };
  '/api/v1/connections/{id}/mapping-preview': {
    post: Operation<{ path: { id: string }; body: { goal: Goal; records: SourceRecord[] } }, MappingPreview>;
  };
  '/api/v1/connections/{id}/runs': {
    get: Of<Page<RunSummary>, Cursor>;
    post: Operation<{ path: { id: string }; body: { rereadFinished?: boolean } }, Run, 202>;
  };
  '/api/v1/runs': { get: Free<Page<RunSummary>, Cursor & { state?: string }> };
  '/api/v1/runs/{id}': { get: Of<Run> };
  '/api/v1/runs/{id}/rate': { get: Of<{ points: RatePoint[] }> };
  '/api/v1/runs/{id}/log': { get: Of<Page<LogLine>, Cursor> };
  '/api/v1/runs/{id}/profiles': { get: Of<{ items: TouchedProfile[] }> };
  '/api/v1/runs/{id}/rejected': { get: Of<Page<RejectedRecord>, Cursor> };
  '/api/v1/runs/{id}/stop': { post: Of<never> };
  '/api/v1/runs/{id}/resume': { post: Of<never> };
  '/api/v1/profile-properties': { get: Free<Page<Property>>; post: Create<NewProperty, Property> };
  '/api/v1/profile-properties/batch': { post: Create<{ items: NewProperty[] }, { items: Property[] }> };
  '/api/v1/profile-properties/{id}': {
    put: Operation<{ path: { id: string }; body: { name: string; choices?: string[]; pii: boolean } }, Property>;
    delete: Of<never, { force?: boolean }>;
  };
  '/api/v1/profiles': { get: Free<Page<ProfileSummary>, { identifier?: string }> };
  '/api/v1/profiles/{id}': {
    get: Of<Profile>;
    put: Operation<{ path: { id: string }; body: { values: Record<string, string[]> } }, Profile>;
    delete: Of<never>;
  };
}
