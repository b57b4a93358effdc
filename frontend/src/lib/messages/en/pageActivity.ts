/** Words of what a connection did in pages. */
export const pageActivity = {
  pageActivity: {
    title: 'What it did in the last 30 days',
    nothing: 'Nothing yet',
    nothingText:
      'As soon as somebody whom your website names with a proof opens a page where it is active, you see here what came of it.',
    amounts: {
      created: 'Profiles made',
      updated: 'Profiles changed',
      unchanged: 'Pages that said what was known',
      shown: 'Pages that were shown values',
      heldBack: 'Held back for consent',
      withoutMatch: 'People without a profile',
      filtered: 'Not wanted by a filter',
      rejected: 'Pages whose values did not fit',
    },
    byDay: 'By day',
    day: 'Day (UTC)',
  },
};
