/** Moves files and folders to the system's trash, from where the user can put them back. Rejects with the system's reason. */
export async function moveToSystemTrash(paths: readonly string[]): Promise<void> {
  // Only when something is deleted: it is a lot of code, and most commands need none of it.
  const { default: trash } = await import('trash')
  // Names are names: without this, one with a star in it would stand for others.
  await trash(paths, { glob: false })
}
