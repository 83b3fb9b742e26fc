/** Solves a small system of linear equations by Gaussian elimination with row exchange; null: it has no single solution. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const rows = matrix.map((row, at) => [...row, right[at] as number])
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let best = column
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]?.[column] as number) > Math.abs(rows[best]?.[column] as number)) best = row
    }
    const pivot = rows[best] as number[]
    rows[best] = rows[column] as number[]
    rows[column] = pivot
    if (!(Math.abs(pivot[column] as number) > 0)) return null
    for (const row of rows.slice(column + 1)) {
      const factor = (row[column] as number) / (pivot[column] as number)
      for (let at = column; at <= size; at++) row[at] = (row[at] as number) - factor * (pivot[at] as number)
    }
  }
  const solution = new Array<number>(size).fill(0)
  for (let row = size - 1; row >= 0; row--) {
    const equation = rows[row] as number[]
    let rest = equation[size] as number
    for (let at = row + 1; at < size; at++) rest -= (equation[at] as number) * (solution[at] as number)
    solution[row] = rest / (equation[row] as number)
  }
  return solution.every(Number.isFinite) ? solution : null
}

/** An equation `terms · unknowns = value`, and how much it counts. */
export interface WeightedEquation {
  readonly terms: readonly number[]
  readonly value: number
  readonly weight: number
}

/** The unknowns for which the weighted sum of squared misses is least; null: the equations do not tell. */
export function linearLeastSquares(equations: readonly WeightedEquation[]): number[] | null {
  const count = equations[0]?.terms.length ?? 0
  const sums = (product: (equation: WeightedEquation, row: number) => number) =>
    Array.from({ length: count }, (_, row) =>
      equations.reduce((sum, equation) => sum + equation.weight * product(equation, row), 0),
    )
  const columns = Array.from({ length: count }, (_, column) =>
    sums(({ terms }, row) => (terms[row] as number) * (terms[column] as number)),
  )
  return solve(
    columns,
    sums(({ terms, value }, row) => (terms[row] as number) * value),
  )
}
