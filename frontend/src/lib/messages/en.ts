import { audit } from './en/audit';
import { channels } from './en/channels';
import { common } from './en/common';
import { connectionList } from './en/connectionList';
import { connections } from './en/connections';
import { consent } from './en/consent';
import { discovery } from './en/discovery';
import { editor } from './en/editor';
import { frame } from './en/frame';
import { goals } from './en/goals';
import { home } from './en/home';
import { labels } from './en/labels';
import { objectives } from './en/objectives';
import { pageActivity } from './en/pageActivity';
import { pageVariables } from './en/pageVariables';
import { problems } from './en/problems';
import { processors } from './en/processors';
import { profileConsent } from './en/profileConsent';
import { profileHistory } from './en/profileHistory';
import { profiles } from './en/profiles';
import { runs } from './en/runs';
import { scope } from './en/scope';
import { session } from './en/session';
import { settings } from './en/settings';
import { status } from './en/status';
import { types } from './en/types';
import { versions } from './en/versions';
import { websiteTag } from './en/websiteTag';

/** English, one file a feature. A second language is a folder like `en` and a file like this one. */
export const en = {
  ...audit,
  ...channels,
  ...common,
  ...connectionList,
  ...connections,
  ...consent,
  ...discovery,
  ...editor,
  ...frame,
  ...goals,
  ...home,
  ...labels,
  ...objectives,
  ...pageActivity,
  ...pageVariables,
  ...problems,
  ...processors,
  ...profileConsent,
  ...profileHistory,
  ...profiles,
  ...runs,
  ...scope,
  ...session,
  ...settings,
  ...status,
  ...types,
  ...versions,
  ...websiteTag,
};
