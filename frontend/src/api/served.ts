import type * as page from './contract';
import type { components } from './schema';

/** What the service's document says it answers. */
type Served = components['schemas'];

/** Fails to compile when the service answers something else than the page reads. */
type Reads<Page, Answer extends Page> = Answer extends Page ? true : never;

export type Checked = [
  Reads<page.Me, Served['Me']>,
  Reads<page.ConnectionSummary, Served['ConnectionSummary']>,
  Reads<page.FieldError, Served['Violation']>,
  Reads<page.SecretState, Served['SecretState']>,
  Reads<page.Counts, Served['Counts']>,
  Reads<page.RunSummary, Served['RunSummary']>,
  Reads<page.Run, Served['Run']>,
  Reads<page.RatePoint, Served['RunRatePoint']>,
  Reads<page.LogLine, Served['RunLogLine']>,
  Reads<page.TouchedProfile, Served['TouchedProfile']>,
  Reads<page.RejectedRecord, Served['RejectedRecord']>,
  Reads<page.Property, Served['Property']>,
  Reads<page.ProfileSummary, Served['ProfileSummary']>,
  Reads<page.Profile, Served['Profile']>,
  Reads<page.FileFacts, Served['FoundFile']>,
  Reads<page.SourceRecord, Served['SourceRecord']>,
  Reads<page.SourcePreview, Served['SourcePreview']>,
  Reads<page.MappedRecord, Served['MappedRecord']>,
  Reads<page.MappingPreview, Served['MappingPreview']>,
  Reads<page.Format, Served['Format']>,
];
