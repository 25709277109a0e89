import { fileURLToPath } from 'node:url';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('..', import.meta.url));
const focusedOrSkipped = ['describe', 'it', 'test'].flatMap((object) =>
  ['only', 'skip'].map((property) => ({ object, property, message: 'Every test runs, always.' })),
);

export default defineConfig(
  // The samples of typings, and the apps of frameworks, are projects of their own, of the built package.
  { ignores: ['**/dist/', '**/coverage/', '**/node_modules/', 'test/typings/', 'demo/frameworks/**/*.ts'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked, lit['flat/all'], wc['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: root } },
    settings: { litHtmlSources: true },
    rules: {
      ...litA11y.configs.recommended.rules,
      // Lit binds the listeners of its templates to the host itself.
      '@typescript-eslint/unbound-method': 'off',
      // A table of handlers has some that wait and some that do not.
      '@typescript-eslint/require-await': 'off',
      // `map` in a template is plain TypeScript; the directive `repeat` earns its bytes only where items move.
      'lit/no-template-map': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' }],
      // `typeof import('./x.js')` is the type of a module that is loaded when it is needed.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': [
        'error',
        { selector: ':matches(PropertyDefinition, MethodDefinition)[accessibility="private"]', message: 'Private is #name.' },
      ],
    },
  },
  {
    files: ['**/*.js'],
    extends: [tseslint.configs.recommended],
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // @open-wc/testing types `equal` as a promise, which it is not.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: 'Equal', package: '@types/chai' }] },
      ],
    },
  },
  {
    files: ['test/**'],
    rules: {
      // Chai's assertions are expressions: expect(x).to.be.true.
      '@typescript-eslint/no-unused-expressions': 'off',
      'no-restricted-properties': ['error', ...focusedOrSkipped],
      'no-restricted-globals': ['error', 'fdescribe', 'fit', 'xdescribe', 'xit'],
    },
  },
);
