import type { ActionId } from '#shared/actions.ts'
import { texts } from '#shared/texts/texts.ts'
import type { Workbench } from './workbench.svelte.ts'

/** Why an action cannot be done now, as a short sentence; null: it can. */
export function actionProblem(id: ActionId, workbench: Workbench): string | null {
  switch (id) {
    case 'run':
      return runProblem(workbench)
    case 'cancel':
      return canCancel(workbench) ? null : texts().palette.why.nothingUnderWay
    case 'export':
      return exportProblem(workbench)
    case 'fit':
      return fitProblem(workbench)
    default:
      return null
  }
}

function runProblem({ views, lab, comparison, scaling }: Workbench): string | null {
  const { why } = texts().palette
  switch (views.current) {
    case 'lab': {
      const { commands } = lab
      if (commands.canRun) return null
      return commands.otherWork ?? (commands.isIdle ? why.cannotRun : why.underWay)
    }
    case 'compare':
      if (comparison.canStart) return null
      return comparison.isUnderWay ? why.underWay : (comparison.otherWork ?? comparison.setup.problem)
    case 'scaling':
      if (scaling.canStart) return null
      return scaling.isUnderWay ? why.underWay : (scaling.otherWork ?? why.cannotRun)
    case 'runs':
      return why.notHere
  }
}

function canCancel({ views, lab, comparison, scaling }: Workbench): boolean {
  switch (views.current) {
    case 'lab':
      return lab.commands.canCancel
    case 'compare':
      return comparison.canCancel
    case 'scaling':
      return scaling.canCancel
    case 'runs':
      return false
  }
}

function exportProblem({ views, exportable, comparison, scaling, runs }: Workbench): string | null {
  const { why } = texts().palette
  switch (views.current) {
    case 'lab':
      return exportable === null ? why.noRun : null
    case 'compare':
      return comparison.canExport ? null : why.noResult
    case 'scaling':
      return scaling.canExport ? null : why.noResult
    case 'runs':
      return runs.exportable === null ? why.noneSelected : null
  }
}

function fitProblem({ views, lab, comparison }: Workbench): string | null {
  const { why } = texts().palette
  if (views.current === 'lab') return lab.live.run === null ? why.nothingShown : null
  if (views.current === 'compare') return comparison.result === null ? why.nothingShown : null
  return why.notHere
}
