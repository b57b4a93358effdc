/** The words of the API as the page uses them. */

export type Instant = string;

export interface FieldError {
  pointer: string;
  code: string;
  message: string;
}

export interface FileFacts {
  path: string;
  name: string;
  size: number;
  modified: Instant;
  alreadyImported: boolean;
}

/** A refusal by the service (RFC 9457). The members after `errors` belong to single problem types. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  traceId?: string;
  errors?: FieldError[];
  current?: Connection;
  runId?: string;
  files?: string[];
  reason?: string;
  remedy?: string;
  usedBy?: { connectionId: string; connectionName: string }[];
  profiles?: { atLeast: number; exact: boolean };
  profileId?: string;
}

export interface Me {
  id: string;
  name: string;
  roles: string[];
  permissions: string[];
}

export interface SetupField {
  id: string;
  label: string;
  help: string;
  required: boolean;
  /** Says where the secrets are sent: when it changes, they have to be given again. */
  target: boolean;
  initial?: SetupValue;
  shownWhen?: { field: string; isOneOf: string[] };
  kind: 'TEXT' | 'WHOLE_NUMBER' | 'YES_NO' | 'CHOICE' | 'SECRET' | 'PINNED';
  maxLength?: number;
  min?: number;
  max?: number;
  options?: { value: string; label: string }[];
  multiline?: boolean;
}

export type SetupValue = string | number | boolean;
export type SetupValues = Record<string, SetupValue>;

export interface ConnectionType {
  id: string;
  name: string;
  vendor: string;
  category: string;
  summary: string;
  logo: string;
  direction: 'OUTBOUND' | 'INBOUND';
  mode: 'BATCH' | 'CONTINUOUS' | 'IN_PAGE' | 'API';
  goalKinds: string[];
  setup: SetupField[];
}

export type ConnectionStatus =
  | 'NOT_CONFIGURED'
  | 'READY'
  | 'RUNNING'
  | 'CONFIGURATION_ERROR'
  | 'LAST_RUN_FAILED'
  /** The last run did its work, and rejected records. */
  | 'FLOWING_WITH_ERRORS'
  | 'FLOWING';

export interface ConnectionSummary {
  id: string;
  name: string;
  description: string;
  type: { id: string; name: string; logo: string; vendor: string };
  on: boolean;
  status: ConnectionStatus;
  lastRun?: RunSummary;
  createdAt: Instant;
  createdBy: string;
  modifiedAt: Instant;
  modifiedBy: string;
}

export interface SecretState {
  set: boolean;
  /** It was given for another target and has to be given again. */
  setElsewhere: boolean;
  setAt?: Instant;
  setBy?: string;
}

export interface Connection {
  id: string;
  version: number;
  typeId: string;
  name: string;
  description: string;
  on: boolean;
  setup: SetupValues;
  secrets: Record<string, SecretState>;
  goals: Goal[];
  problems: FieldError[];
  createdAt: Instant;
  createdBy: string;
  modifiedAt: Instant;
  modifiedBy: string;
}

export interface ConnectionContent {
  name: string;
  description: string;
  setup: SetupValues;
  goals: Goal[];
}

export interface NewConnection extends ConnectionContent {
  typeId: string;
}

export type Encoding = 'UTF_8' | 'UTF_16_LE' | 'UTF_16_BE' | 'WINDOWS_1252';

export interface CsvFormat {
  kind: 'CSV';
  encoding: Encoding;
  separator: string;
  quote?: string;
  escape?: string;
  header: boolean;
}

export interface JsonLinesFormat {
  kind: 'JSON_LINES';
  encoding: Encoding;
}

export type Format = CsvFormat | JsonLinesFormat;

export interface FileSource {
  kind: 'FILES';
  folder: string;
  namePattern: string;
  pick: 'NEWEST' | 'ALL_BY_NAME' | 'ALL_BY_TIME';
  compression: 'AUTO' | 'NONE' | 'GZIP' | 'ZIP';
  afterImport: { kind: 'LEAVE' | 'MARK_DONE' | 'DELETE' | 'MOVE'; folder?: string };
  format?: Format;
}

export type Strategy = 'SET' | 'ADD' | 'SUM' | 'SET_IF_EMPTY' | 'SET_OR_CLEAR' | 'REMOVE';
export type Restriction = 'ALL_PROFILES' | 'NEW_PROFILES_ONLY' | 'EXISTING_PROFILES_ONLY';
export type OnBadValue = 'REJECT_RECORD' | 'LEAVE_OUT';

export type Processor =
  | { kind: 'TRIM' }
  | { kind: 'CHANGE_CASE'; to: 'UPPER' | 'LOWER' | 'TITLE'; locale?: string }
  | { kind: 'CONCATENATE'; fields: string[]; separator: string }
  | { kind: 'FIXED_VALUE'; value: string }
  | { kind: 'DATE_FORMAT'; patterns: string[]; locale?: string; zone?: string }
  | { kind: 'NUMBER_FORMAT'; decimalSeparator: string; groupingSeparator: string }
  | { kind: 'CLEAN_EMAIL' }
  | { kind: 'CLEAN_PHONE'; region: string; regionField?: string }
  | { kind: 'HASH' }
  | { kind: 'REGEX_FILTER'; pattern: string; inverted?: boolean; onMiss: 'DROP_VALUE' | 'FILTER_RECORD' }
  | { kind: 'REGEX_REPLACE'; pattern: string; replacement: string }
  | { kind: 'SPLIT'; separator: string }
  | {
      kind: 'VALUE_TABLE';
      table: Record<string, string>;
      ignoreCase?: boolean;
      otherwise: 'KEEP' | 'DROP_VALUE' | 'BAD_VALUE';
    }
  | { kind: 'EXPRESSION'; formula: string };

export type ProcessorKind = Processor['kind'];

export interface MappingRow {
  field?: string;
  processors: Processor[];
  property: string;
  strategy: Strategy;
  restriction: Restriction;
  onBadValue: OnBadValue;
}

export interface Goal {
  kind: 'IMPORT_PROFILES';
  id: string;
  name: string;
  enabled: boolean;
  source: FileSource;
  matching: { anyOf: string[][] };
  createWhenNoMatch: boolean;
  mapping: MappingRow[];
}

export interface TestStep {
  id: 'resolve' | 'connect' | 'host-key' | 'sign-in' | 'list-folder';
  outcome: 'PASSED' | 'FAILED' | 'NOT_REACHED';
  note?: string;
  reason?: string;
  message?: string;
  remedy?: string;
  technical?: string;
}

export interface TestReport {
  passed: boolean;
  steps: TestStep[];
  pins: { hostKey?: string };
}

export interface UnsavedSetup {
  setup?: SetupValues;
  secrets?: Record<string, string>;
}

export interface SourceRecord {
  number: number;
  line: number;
  values: Record<string, string[]>;
}

export interface SourcePreview {
  files: FileFacts[];
  format: Format;
  detected: Format;
  fields: { name: string; guessedType: PropertyType; example?: string; cleaning: Processor[]; unfit: number }[];
  records: SourceRecord[];
  broken: { line: number; reason: string; message: string; raw: string }[];
  note?: string;
}

export interface MappedRow {
  steps: string[][];
  result: string[];
  problem?: { code: string; message: string };
}

export interface MappedRecord {
  number: number;
  rows: MappedRow[];
  /** Absent while the goal is incomplete. */
  outcome?: 'WOULD_MATCH' | 'WOULD_CREATE' | 'NO_MATCH' | 'FILTERED' | 'REJECTED' | 'HELD_BACK';
  reason?: string;
}

export interface MappingPreview {
  records: MappedRecord[];
}

export interface Counts {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  skippedForConsent: number;
  skippedWithoutMatch: number;
  filtered: number;
  rejected: number;
}

export type RunState = 'QUEUED' | 'RUNNING' | 'STOPPING' | 'STOPPED' | 'FAILED' | 'FINISHED';

export interface RunProblem {
  code: string;
  message: string;
  remedy: string;
  technical?: string;
}

export interface RunSummary {
  id: string;
  number: number;
  connectionId: string;
  connectionName: string;
  state: RunState;
  trigger: { kind: 'MANUAL' | 'REPLAY' | 'SCHEDULE'; by?: string; ofRun?: string };
  createdAt: Instant;
  startedAt?: Instant;
  endedAt?: Instant;
  counts: Counts;
  problem?: RunProblem;
}

export interface RunProgress {
  bytesDone: number;
  bytesTotal: number;
  share: number;
  recordsPerSecond: number;
  secondsLeft?: number;
  currentFile?: string;
}

export interface RunGoal {
  goalId: string;
  name: string;
  state: 'WAITING' | 'RUNNING' | 'FINISHED' | 'FAILED' | 'STOPPED';
  counts: Counts;
  problem?: RunProblem;
}

export interface RunFile {
  path: string;
  size: number;
  modified: Instant;
  state: 'WAITING' | 'READING' | 'FINISHED' | 'CHANGED';
}

export interface Run extends RunSummary {
  progress: RunProgress;
  goals: RunGoal[];
  files: RunFile[];
  resumable: boolean;
  replays: string[];
}

export interface RatePoint {
  at: Instant;
  records: number;
  recordsPerSecond: number;
}

export interface LogLine {
  at: Instant;
  level: 'INFO' | 'WARN' | 'ERROR';
  message: string;
}

export interface TouchedProfile {
  profileId: string;
  disposition: string;
  at: Instant;
  label: string;
}

export interface RejectedRecord {
  number: number;
  line: number;
  file?: string;
  reason: string;
  message: string;
  /** The field and the value to blame, where there is one. */
  field?: string;
  value?: string;
  raw: string;
}

export type PropertyType =
  'TEXT' | 'NUMBER' | 'DECIMAL' | 'DATE_TIME' | 'DATE' | 'EMAIL' | 'PHONE' | 'BOOLEAN' | 'CHOICE';

export interface Property {
  id: string;
  number: number;
  name: string;
  type: PropertyType;
  choices?: string[];
  identifier: boolean;
  pii: boolean;
}

export type NewProperty = Omit<Property, 'number'>;

export interface ProfileSummary {
  id: string;
  label: string;
  identifiers: Record<string, string[]>;
  modifiedAt: Instant;
}

export interface ValueOrigin {
  kind: 'RUN' | 'PERSON' | 'UNKNOWN';
  runId?: string;
  connectionId?: string;
  connectionName?: string;
  by?: string;
  at?: Instant;
}

export interface ProfileValue {
  property: string;
  values: string[];
  origin: ValueOrigin;
}

export interface Profile {
  id: string;
  version: number;
  createdAt: Instant;
  modifiedAt: Instant;
  zone: string;
  values: ProfileValue[];
}

export interface Page<T> {
  items: T[];
  next?: string;
}
