import type { TaskState } from '#shared/model/task.ts'

/** The mark of an outcome, about `size` pixels wide: tick, cross, bar or clock. Other states have none. */
export function drawMark(
  canvas: CanvasRenderingContext2D,
  state: TaskState,
  x: number,
  y: number,
  size: number,
  color: string,
): void {
  const half = size / 2
  canvas.strokeStyle = color
  canvas.lineWidth = 1.5
  canvas.lineCap = 'round'
  canvas.lineJoin = 'round'
  canvas.beginPath()
  switch (state) {
    case 'succeeded':
      canvas.moveTo(x - half, y)
      canvas.lineTo(x - half / 3, y + half * 0.7)
      canvas.lineTo(x + half, y - half * 0.7)
      break
    case 'failed':
      canvas.moveTo(x - half, y - half)
      canvas.lineTo(x + half, y + half)
      canvas.moveTo(x + half, y - half)
      canvas.lineTo(x - half, y + half)
      break
    case 'cancelled':
      canvas.lineWidth = 3
      canvas.moveTo(x, y - half)
      canvas.lineTo(x, y + half)
      break
    case 'timed-out':
      canvas.arc(x, y, half, 0, 2 * Math.PI)
      canvas.moveTo(x, y - half * 0.6)
      canvas.lineTo(x, y)
      canvas.lineTo(x + half * 0.5, y)
      break
    case 'planned':
    case 'queued':
    case 'running':
      break
  }
  canvas.stroke()
}
