import { texts } from '#shared/texts/texts.ts'
import { keyText } from './key-text.ts'
import { shortcutGroups, type ShortcutHelp } from './shortcut-help.ts'

const escaped = (cell: string): string => cell.replaceAll('|', '\\|')

/** Rows of a Markdown table, its columns padded as the formatter of the repository pads them. */
function table(rows: readonly (readonly string[])[]): string {
  const columns = rows[0]?.length ?? 0
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(3, ...rows.map((row) => escaped(row[at] ?? '').length)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => escaped(cell).padEnd(widths[at] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join(
    '\n',
  )
}

/** `docs/shortcuts.md`: the keys that the help in the window lists, for Linux and Windows and for macOS beside it. */
export function shortcutsDocument(): string {
  const { title, introduction, keys, onMac, does } = texts().keys.document
  const cells = ({ keys: combinations }: ShortcutHelp, isMac: boolean): string =>
    combinations.map((key) => `\`${keyText(key, isMac)}\``).join(' ')
  const groups = shortcutGroups().map((group) =>
    [
      `## ${group.title}`,
      '',
      table([
        [keys, onMac, does],
        ...group.shortcuts.map((help) => [cells(help, false), cells(help, true), help.does]),
      ]),
    ].join('\n'),
  )
  return `${[`# ${title}`, introduction, ...groups].join('\n\n')}\n`
}
