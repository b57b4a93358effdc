/** Words of what a connection did in pages. */
export const pageActivity = {
  pageActivity: {
    title: 'What it did in the last 30 days',
    nothing: 'Nothing yet',
    nothingText:
      'As soon as somebody whom your website names with a proof opens a page where it is active, you see here what came of it.',
    amounts: {
      created: 'profiles made',
      updated: 'profiles changed',
      unchanged: 'pages that said what was known',
      shown: 'pages that were shown values',
      heldBack: 'held back for consent',
      withoutMatch: 'people without a profile',
      filtered: 'not wanted by a filter',
      rejected: 'pages whose values did not fit',
    },
    byDay: 'By day',
    day: 'Day (UTC)',
  },
};
