import { SetUpProblem } from '../setup/say.mjs'

/** The section of a changelog that belongs to `version`, or the one of what is not released yet; without its heading. */
export function releaseNotes(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1)
  const titleOf = (section) => section.slice(0, section.indexOf('\n')).trim()
  const section =
    sections.find((text) => new RegExp(`^\\[?v?${escaped(version)}\\]?(\\s|$)`).test(titleOf(text))) ??
    sections.find((text) => /^\[?unreleased\]?$/i.test(titleOf(text)))
  const notes = section?.slice(section.indexOf('\n')).trim() ?? ''
  if (notes === '') {
    throw new SetUpProblem(
      `CHANGELOG.md says nothing under "${version}" or "Unreleased": write there what changed for users, then try again.`,
    )
  }
  return `# Taskscope ${version}\n\n${notes}\n`
}

const escaped = (text) => text.replaceAll('.', '\\.')
