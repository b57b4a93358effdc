import { many } from './many';

/** Words of the frame around every page. */
export const frame = {
  product: 'Connections',
  skipToContent: 'Skip to content',
  loading: 'Loading…',
  nav: {
    label: 'Main',
    tools: 'Search, activity and account',
    home: 'Home',
    connections: 'Connections',
    profiles: 'Profiles',
    channels: 'Channels',
    objectives: 'Objectives',
    settings: 'Settings',
    more: 'More',
    collapse: 'Collapse the menu',
    expand: 'Expand the menu',
    pageOpened: (title: string) => `${title} opened`,
  },
  appearance: {
    title: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    system: 'Like the system',
  },
  user: { menu: (name: string) => `Account of ${name}`, signOut: 'Sign out' },
  offline: {
    noNetwork: 'You are offline. What you see may be old; what you type stays here.',
    noLiveUpdates: 'Live updates are interrupted. The page asks for news every few seconds instead.',
  },
  palette: {
    open: 'Search or jump to',
    placeholder: 'Go to a page, a connection or an action',
    pages: 'Pages',
    connections: 'Connections',
    actions: 'Actions',
    nothing: 'Nothing fits. Try fewer letters.',
    addConnection: 'Add connection',
    lightTheme: 'Use the light theme',
    darkTheme: 'Use the dark theme',
    showKeys: 'Show the keys',
  },
  keys: {
    title: 'Keys',
    open: 'Help: keys',
    search: 'Ctrl K',
    list: [
      ['Ctrl K', 'Search, go anywhere, run an action'],
      ['?', 'Show these keys'],
      ['g h', 'Go to Home'],
      ['g c', 'Go to Connections'],
      ['g p', 'Go to Profiles'],
      ['Ctrl S', 'Save what you are editing'],
      ['Esc', 'Close what is open on top'],
    ] as const,
  },
  activity: {
    open: (running: number) => (running === 0 ? 'Activity' : `Activity: ${many(running, 'run', 'runs')} going on`),
    title: 'Running now',
    nothing: 'Nothing is running.',
  },
};
