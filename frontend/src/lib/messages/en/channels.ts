/** Words of the channels. */
export const channels = {
  channels: {
    title: 'Channels',
    purpose: 'Websites, e-mail and apps where your customers meet you.',
    emptyTitle: 'Channels are not here yet',
    emptyText:
      'A channel will say on which website or app a connection may work. Until then every connection works everywhere.',
  },
};
