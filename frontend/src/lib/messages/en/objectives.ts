/** Words of the objectives. */
export const objectives = {
  objectives: {
    title: 'Objectives',
    purpose: 'Purposes your customers can consent to.',
    emptyTitle: 'Objectives are not here yet',
    emptyText:
      'An objective will keep customers who did not consent out of a connection. Until then nobody is held back.',
  },
};
