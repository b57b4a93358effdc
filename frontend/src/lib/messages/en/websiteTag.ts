/** Words of the website tag, as a channel shows it. */
export const websiteTag = {
  websiteTag: {
    title: 'Website tag',
    purpose:
      'Include this line in every page of the website. Where consent is needed first, nothing leaves the browser before the visitor has given it.',
    zone: 'Where the visitors are',
    zoneHelp: 'The privacy law that the tag says they are under. Your site may say another one for each visitor.',
    anyZone: 'Not said: rest of world',
    line: 'The line for your pages',
    key: 'Key for proofs of identity',
    keyHelp:
      'With it your own server proves who a visitor is; without a proof a visitor can refuse for a customer, and grant nothing.',
    madeBy: (who: string) => `Made by ${who}`,
    shownOnce: 'Here it is, this once. Put it where your server keeps its secrets.',
    makeKey: 'Make a key',
    newKey: 'Make a new key',
    newKeyTitle: 'Make a new key?',
    newKeyText: 'The one before counts no more: proofs that are made with it are refused from then on.',
  },
};
