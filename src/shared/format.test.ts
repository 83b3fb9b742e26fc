import { expect, test } from 'vitest'
import {
  bytesFigure,
  counted,
  countText,
  durationFigure,
  figureText,
  listed,
  millisecondsText,
  percentFigure,
  rateFigure,
  ratioText,
} from './format.ts'
import { inEnglish, standardFormat, withTextFormat, type TextFormat } from './texts/language.ts'

const text = (ms: number | null): string => figureText(durationFigure(ms))

test('a duration takes the unit that suits its size and three digits', () => {
  expect(
    [0, 0.000_221, 0.0312, 0.5, 1, 12.34, 123.4, 999.9, 1210, 61_000, 150_000, 7_200_000].map(text),
  ).toEqual([
    '0\u202fms',
    '221\u202fns',
    '31.2\u202fµs',
    '500\u202fµs',
    '1.00\u202fms',
    '12.3\u202fms',
    '123\u202fms',
    '1.00\u202fs',
    '1.21\u202fs',
    '61.0\u202fs',
    '2.50\u202fmin',
    '2.00\u202fh',
  ])
})

test('what is not known is a dash, never a zero', () => {
  expect([
    text(null),
    text(NaN),
    figureText(bytesFigure(null)),
    figureText(percentFigure(NaN)),
    ratioText(null),
  ]).toEqual(['–', '–', '–', '–', '–'])
})

test('a negative duration keeps its sign', () => {
  expect(text(-12.34)).toBe('-12.3\u202fms')
})

test('memory is counted in binary units', () => {
  expect([0, 512, 1024, 222_298_112, 17_179_869_184].map((bytes) => figureText(bytesFigure(bytes)))).toEqual([
    '0\u202fB',
    '512\u202fB',
    '1.00\u202fKiB',
    '212\u202fMiB',
    '16.0\u202fGiB',
  ])
})

test('a share is shown in whole percent, small ones with a decimal', () => {
  expect([0, 0.004, 0.0949, 0.62, 1].map((share) => figureText(percentFigure(share)))).toEqual([
    '0\u202f%',
    '0.4\u202f%',
    '9.5\u202f%',
    '62\u202f%',
    '100\u202f%',
  ])
})

test('columns of times keep one unit and two decimals', () => {
  expect([0, 1234.567, null].map(millisecondsText)).toEqual(['0.00', '1,234.57', '–'])
})

test('counts, rates and ratios read as words', () => {
  expect([
    counted(1, 'task'),
    counted(12_345, 'task'),
    figureText(rateFigure(25_300)),
    ratioText(1.0712),
  ]).toEqual(['1 task', '12,345 tasks', '25,300\u202f/s', '×1.07'])
})

const german: TextFormat = { ...standardFormat, language: 'de' }

test.each([
  ['en', 'language', 'en-US'],
  ['de', 'language', 'de-DE'],
  ['en', 'comma', 'de-DE'],
  ['de', 'point', 'en-US'],
] as const)('numbers in %s with the setting %s read as Intl has them in %s', (language, numbers, locale) => {
  const values = [0.123, 1.236, 12.34, 123.4, 1234, 1_234_567]
  const expected = values.map((value) => value.toLocaleString(locale, { maximumSignificantDigits: 3 }))
  const said = withTextFormat({ ...standardFormat, language, numbers }, () => [
    ...values.slice(0, 4).map((value) => rateFigure(value).value),
    ...values.slice(4).map(countText),
  ])
  expect(said.slice(0, 4)).toEqual(expected.slice(0, 4))
  expect(said.slice(4)).toEqual(values.slice(4).map((value) => value.toLocaleString(locale)))
  expect(withTextFormat({ ...standardFormat, language, numbers }, () => millisecondsText(1234.5))).toBe(
    (1234.5).toLocaleString(locale, { minimumFractionDigits: 2 }),
  )
})

test('a format is in use for as long as something is said, and what machines read is not written in it', () => {
  const said = withTextFormat(german, () => [
    text(1210),
    listed(['a', 'b', 'c']),
    inEnglish(() => `${text(1210)}, ${listed(['a', 'b', 'c'])}`),
    text(12.34),
  ])
  expect(said).toEqual(['1,21\u202fs', 'a, b und c', '1.21\u202fs, a, b and c', '12,3\u202fms'])
  expect(text(1210)).toBe('1.21\u202fs')
})

test('memory is counted in decimal units where they are wanted', () => {
  const decimal: TextFormat = { ...german, byteUnits: 'decimal' }
  expect(
    withTextFormat(decimal, () => [512, 1500, 222_298_112].map((bytes) => figureText(bytesFigure(bytes)))),
  ).toEqual(['512\u202fB', '1,50\u202fkB', '222\u202fMB'])
})
