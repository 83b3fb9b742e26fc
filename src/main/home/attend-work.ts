import { Notification } from 'electron'
import type { EndedWork } from '#shared/model/work-under-way.ts'
import { ToldRarely } from '../experiments/told-rarely.ts'
import type { MainWindow } from '../main-window.ts'
import { updateMenu } from '../menu.ts'
import type { Power } from './power.ts'
import { noticeOf, roundedProgress, taskbarProgress } from './show-work.ts'
import type { WorkUnderWay } from './work-under-way.ts'

export interface AttendedWork {
  readonly work: WorkUnderWay
  readonly window: MainWindow
  readonly power: Power
  /** Whether the user wants to be told of an end behind other windows. */
  readonly isNoticeWanted: () => boolean
  /** Something has ended, and nothing is left that goes on. */
  readonly onIdle: () => void
}

/** Shows on the desktop what goes on: on the taskbar or the dock, in the menu, by a notice at the end; and keeps the machine awake for it. */
export function attendWork({ work, window, power, isNoticeWanted, onIdle }: AttendedWork): void {
  // Kept: a notice that nobody holds on to may lose its click.
  let notice: Notification | null = null
  const progress = new ToldRarely<number>(
    (share) => window.window?.setProgressBar(share),
    (ms, callback) => {
      const timer = setTimeout(callback, ms).unref()
      return () => clearTimeout(timer)
    },
  )
  let shown = taskbarProgress([])

  function tell(ended: EndedWork): void {
    const words = noticeOf(ended, { isWanted: isNoticeWanted(), isWatched: window.isWatched })
    if (words === null || !Notification.isSupported()) return
    notice = new Notification(words)
    notice.on('click', () => window.bringUp())
    notice.on('close', () => (notice = null))
    notice.show()
  }

  work.watch({
    onEnd: tell,
    onChange() {
      power.keepAwake(work.isMeasuring)
      updateMenu(work.isMeasuring)
      const share = roundedProgress(taskbarProgress(work.list))
      if (share !== shown) {
        shown = share
        if (work.isAny) progress.tell(share)
        else progress.tellNow(share)
      }
      if (!work.isAny) onIdle()
    },
  })
}
