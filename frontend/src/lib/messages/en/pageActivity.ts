import { oneOr } from './many';

/** Words of what a connection did in pages. */
export const pageActivity = {
  pageActivity: {
    title: 'What it did in the last 30 days',
    nothing: 'Nothing yet',
    nothingText:
      'As soon as somebody whom your website names with a proof opens a page where it is active, you see here what came of it.',
    /** After their number. */
    amounts: {
      created: oneOr('profile made', 'profiles made'),
      updated: oneOr('profile changed', 'profiles changed'),
      unchanged: oneOr('page that said what was known', 'pages that said what was known'),
      shown: oneOr('page that was shown values', 'pages that were shown values'),
      heldBack: oneOr('held back for consent', 'held back for consent'),
      withoutMatch: oneOr('person without a profile', 'people without a profile'),
      filtered: oneOr('not wanted by a filter', 'not wanted by a filter'),
      rejected: oneOr('page whose values did not fit', 'pages whose values did not fit'),
    },
    /** The same above a column of numbers. */
    columns: {
      created: 'Made',
      updated: 'Changed',
      unchanged: 'Known already',
      shown: 'Shown values',
      heldBack: 'Held back',
      withoutMatch: 'No profile',
      filtered: 'Filtered out',
      rejected: 'Not fitting',
    },
    byDay: 'By day',
    day: 'Day (UTC)',
  },
};
