import type { Workbench } from '../state/workbench.svelte.ts'

const presetId = 'course-demo'

/** Starts the run of the first steps, under the strategy that was chosen there, and shows the Lab, in which its lanes fill. */
export async function startFirstRun({ home, views, settings, lab }: Workbench): Promise<void> {
  const { strategy } = settings
  settings.choosePreset(presetId)
  settings.strategy = strategy
  views.show('lab')
  home.welcome.goTo('run')
  await lab.commands.run()
}
