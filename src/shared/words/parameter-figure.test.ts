import { expect, test } from 'vitest'
import { parameterFigure } from './parameter-figure.ts'

test('a parameter keeps two digits that say something, however small it is', () => {
  expect(
    [0, 1, 0.123, 0.0497, 0.00997, 0.0011, 0.000104, 1.143e-5, 2e-12].map(
      (value) => parameterFigure(value).value,
    ),
  ).toEqual(['0', '1.00', '0.12', '0.050', '0.010', '0.0011', '1.0·10⁻⁴', '1.1·10⁻⁵', '2.0·10⁻¹²'])
})
