import { fixedText, type Figure } from '../format.ts'

/**
 * A law's parameter without a unit. They lie far apart: a share of the work is read as a decimal, the cost of a pair of workers may be a
 * millionth, which decimals would call nothing.
 */
export function parameterFigure(value: number): Figure {
  const size = Math.abs(value)
  if (size === 0) return { value: '0', unit: '' }
  if (size >= 0.000_995)
    return { value: fixedText(value, size >= 0.0995 ? 2 : size >= 0.009_95 ? 3 : 4), unit: '' }
  const [digits = '', exponent = ''] = value.toExponential(1).split('e')
  const raised = exponent.replace('+', '').replace(/./g, (sign) => superscripts[sign] ?? sign)
  return { value: `${fixedText(Number(digits), 1)}·10${raised}`, unit: '' }
}

const superscripts: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
}
