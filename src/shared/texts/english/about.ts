/** The page about the app itself. */
export const about = {
  title: 'About Taskscope',
  what: 'An oscilloscope for concurrent work: it runs presets of tasks, samples every core while they run, and says where the time went.',
  system: 'System',
  licence: 'Licence',
  licenceText: 'MIT licence. It comes without any warranty.',
  fallback: 'Built on an older runtime, for development and tests only.',
  privacy:
    'Taskscope makes no connection of its own: no update check, no telemetry. Runs stay on this machine.',
  notices: 'Notices of the software inside',
  noNotices: 'The notices come with the installed package.',
  copy: 'Copy the versions',
  copied: 'Copied',
  notRead: (why: string) => `The versions could not be read: ${why}`,
}
