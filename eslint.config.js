import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import typescript from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

const comparedWords = {
  // A word is for people, and another one in another language.
  selector: "BinaryExpression[operator=/^[!=]==$/] > MemberExpression CallExpression[callee.name='texts']",
  message: 'Compare with what is meant, not with the word for it.',
}
const recursiveFolders = {
  selector: "CallExpression[callee.name=/^mkdir/] Property[key.name='recursive']",
  message: 'Below /proc that never ends: use makeFolder of src/main/platform/make-folder.ts.',
}

export default typescript.config(
  { ignores: ['out/', 'dist/', 'artifacts/', 'node_modules/'] },
  js.configs.recommended,
  ...typescript.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.node.json', './tsconfig.web.json', './tsconfig.e2e.json'],
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // Numbers in sentences are what this project is about.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', comparedWords],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', comparedWords, recursiveFolders] },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: typescript.parser, svelteConfig },
    },
    // TypeScript itself reports unknown names.
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    ...typescript.configs.disableTypeChecked,
    languageOptions: { ...typescript.configs.disableTypeChecked.languageOptions, globals: globals.node },
  },
)
