/** What the `?` dialog lists; `text` is a key of the catalogue. */
export const shortcutGroups = [
  {
    title: 'everywhere',
    shortcuts: [
      { keys: ['⌘ K', 'Ctrl K'], text: 'palette' },
      { keys: ['?'], text: 'help' },
      { keys: ['g p'], text: 'goProjects' },
      { keys: ['g r'], text: 'goRuns' },
      { keys: ['g m'], text: 'goMetrics' },
      { keys: ['g s'], text: 'goSetup' },
      { keys: ['g k'], text: 'goKeys' },
      { keys: ['g i'], text: 'goInbox' },
    ],
  },
  {
    title: 'lists',
    shortcuts: [
      { keys: ['j', 'k'], text: 'rows' },
      { keys: ['Enter'], text: 'open' },
      { keys: ['x'], text: 'tick' },
      { keys: ['Esc'], text: 'closePeek' },
      { keys: ['/'], text: 'find' },
      { keys: ['J', 'K'], text: 'traces' },
    ],
  },
  {
    title: 'trace',
    shortcuts: [
      { keys: ['j', 'k'], text: 'runs' },
      { keys: ['←', '→'], text: 'fold' },
      { keys: ['⇧ ←', '⇧ →'], text: 'foldAll' },
      { keys: ['e', 'E'], text: 'errors' },
      { keys: ['z'], text: 'zoom' },
      { keys: ['[', ']'], text: 'tabs' },
      { keys: ['Enter'], text: 'details' },
    ],
  },
] as const;
