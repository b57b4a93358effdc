import type { components } from './schema';

/** The page's names for what the service takes and answers; their shape is the service's own (`schema.d.ts`). */
export type Schemas = components['schemas'];

export type Me = Schemas['Me'];

export type ConnectionType = Schemas['ConnectionType'];
export type PreparedGoal = Schemas['PreparedGoal'];
export type PreparedColumn = Schemas['PreparedColumn'];
export type SetupField = Schemas['SetupField'];
export type SetupValue = Schemas['SetupValue'];
export type SetupValues = Record<string, SetupValue>;
export type UnsavedSetup = Schemas['TestConnectionRequest'];
export type TestReport = Schemas['TestReport'];
export type TestStep = Schemas['TestStep'];

export type KnownSystem = Schemas['KnownSystem'];
export type WebsiteLook = Schemas['WebsiteLook'];
export type WebsiteFinding = Schemas['WebsiteFinding'];
export type DiscoveryAdvice = Schemas['DiscoveryAdvice'];
export type DiscoveryProposal = Schemas['DiscoveryProposal'];
export type DiscoveryReason = Schemas['DiscoveryReason'];
export type DiscoveryCredential = Schemas['DiscoveryCredential'];
export type DiscoveryQuestion = Schemas['ProposeConnectionsRequest'];
export type ChosenConnection = Schemas['ChosenConnection'];
export type Wish = Schemas['Wish'];
export type Freshness = Schemas['Freshness'];

export type Connection = Schemas['Connection'];
export type PageActivity = Schemas['PageActivity'];
export type Role = Schemas['Role'];
export type ConnectionSummary = Schemas['ConnectionSummary'];
export type ConnectionStatus = Schemas['ConnectionStatus'];
export type Attention = Schemas['Attention'];
export type ConnectionAttention = Schemas['ConnectionAttention'];
export type ConnectionFacets = Schemas['ConnectionFacets'];
/** The page always says who may edit, where it is active, and what is linked. */
export type ConnectionContent = Schemas['SaveConnectionRequest'] &
  Pick<Schemas['Connection'], 'editRoles' | 'scope' | 'objectives'>;
export type NewConnection = Schemas['CreateConnectionRequest'];
export type ConnectionVersion = Schemas['ConnectionVersion'];
export type NewCopy = Schemas['CopyConnectionRequest'];

export type SavedView = Schemas['View'];
export type Preference = Schemas['Preference'];

/** What a connection does, of one of its kinds. */
export type Goal = Schemas['Goal'];
export type GoalKind = Schemas['GoalKind'];
/** Brings files into profiles. */
export type ImportGoal = Schemas['ImportProfilesGoal'];
/** Brings the variables of a page into profiles. */
export type ImportVariablesGoal = Schemas['ImportVariablesGoal'];
/** Shows a page what profiles say. */
export type ExportVariablesGoal = Schemas['ExportVariablesGoal'];
export type SharedValue = Schemas['SharedValue'];
export type FileSource = Schemas['FileSource'];
export type Format = Schemas['Format'];
export type MappingRow = Schemas['MappingRow'];
export type ConsentRow = Schemas['ConsentRow'];
export type OnBadValue = Schemas['OnBadValue'];
export type Processor = Schemas['Processor'];
export type ProcessorKind = Processor['kind'];
export type SourcePreview = Schemas['SourcePreview'];
export type SourceRecord = Schemas['SourceRecord'];
export type MappingPreview = Schemas['MappingPreview'];
export type MappedRecord = Schemas['MappedRecord'];
export type MappedRow = Schemas['MappedRow'];
export type MappedConsentRow = Schemas['MappedConsentRow'];
export type SaidConsent = Schemas['SaidConsent'];

export type Objective = Schemas['Objective'];
export type NewObjective = Schemas['CreateObjective'];
export type ChangedObjective = Schemas['ChangeObjective'];
export type ObjectiveColour = Schemas['ObjectiveColour'];
export type ShownText = Schemas['ShownText'];
export type PrivacySettings = Schemas['PrivacySettings'];
export type PrivacySettingsContent = Schemas['SavePrivacySettings'];
export type ZoneInUse = Schemas['ZoneInUse'];
export type OtherZone = Schemas['OtherZone'];
export type Regime = Schemas['Regime'];
export type Channel = Schemas['Channel'];
export type ChannelKind = Schemas['ChannelKind'];
export type ChannelRef = Schemas['ChannelRef'];
export type ChannelOfPage = Schemas['ChannelOfPage'];
export type NewChannel = Schemas['SaveChannel'];
export type Scope = Schemas['Scope'];
export type ScopeRule = Schemas['ScopeRule'];
export type ScopeMatch = Schemas['ScopeMatch'];
export type ScopeTrial = Schemas['ScopeTrial'];

export type Label = Schemas['Label'];
export type LabelRef = Schemas['LabelRef'];
export type NamedObject = Schemas['NamedObject'];

export type Run = Schemas['Run'];
export type RunSummary = Schemas['RunSummary'];
export type RunState = Schemas['RunState'];
export type RunProblem = Schemas['RunProblem'];
export type RunProgress = Schemas['RunProgress'];
export type RunGoal = Schemas['RunGoal'];
export type RunFile = Schemas['RunFile'];
export type Counts = Schemas['Counts'];
export type HourlyTotals = Schemas['HourlyTotals'];
export type HourlyTotal = Schemas['HourlyTotalItem'];
export type RatePoint = Schemas['RunRatePoint'];
export type LogLine = Schemas['RunLogLine'];
export type RejectedRecord = Schemas['RejectedRecord'];
export type TouchedProfile = Schemas['TouchedProfile'];

export type AuditEvent = Schemas['AuditEvent'];
export type AuditChange = Schemas['AuditChange'];

export type Property = Schemas['Property'];
export type PropertyType = Schemas['PropertyType'];
export type NewProperty = Schemas['CreateProperty'];
export type Profile = Schemas['Profile'];
export type ProfileSummary = Schemas['ProfileSummary'];
export type Consents = Schemas['Consents'];
export type ConsentStatement = Schemas['ConsentStatement'];
export type ConsentEvidence = Schemas['ConsentEvidence'];
export type RecordConsent = Schemas['RecordConsent'];
export type Explanation = Schemas['Explanation'];
export type ExplainedRule = Schemas['ExplainedRule'];
export type ProfileEvent = Schemas['ProfileEvent'];
export type Erasure = Schemas['Erasure'];
export type ProfileValue = Schemas['ProfileValues'];
export type ValueOrigin = Schemas['Origin'];

export type FieldError = Schemas['Violation'];

/** What the page makes of no answer, or of one that is not the service's. */
export interface Unreachable {
  type: '/problems/unreachable' | '/problems/offline';
  title: string;
  status: 0;
  detail?: string;
  traceId?: string;
  errors?: FieldError[];
}

/** What the page makes of an answer that says no, in no words that it can read: a status alone. */
export interface Unexplained extends Omit<Unreachable, 'type' | 'status'> {
  type: '/problems/unexplained';
  status: number;
  detail: string;
  remedy: string;
}

/** A refusal by the service (RFC 9457). Its `type` says which members it has besides. */
export type Refusal = Schemas['Problem'];
export type Problem = Refusal | Unreachable | Unexplained;
