import tseslint from 'typescript-eslint';

/** What ECMAScript leaves to the engine, and V8 changes from version to version. */
const ours = [
  'atan',
  'atan2',
  'cos',
  'exp',
  'hypot',
  'log',
  'log10',
  'log1p',
  'log2',
  'pow',
  'sin',
  'tan',
  'tanh',
];
const missing = ['acos', 'acosh', 'asin', 'asinh', 'atanh', 'cbrt', 'cosh', 'expm1', 'sinh'];
const inexact = [...ours, ...missing].map((property) => ({
  object: 'Math',
  property,
  message: ours.includes(property)
    ? `Engines differ in its last bit: import { ${property} } from src/ground/math/real.js.`
    : 'Engines differ in its last bit: add it to src/ground/math, after fdlibm, or express it by what is there.',
}));
const powerMessage =
  'Engines differ in its last bit: import { pow } or { square } from src/ground/math/real.js, or multiply.';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/'] },
  {
    files: ['src/**/*.ts', 'server/**/*.ts', 'web/**/*.ts', 'tests/**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/only-throw-error': 'error',
      eqeqeq: 'error',
      'no-console': 'off',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'window',
        'document',
        'setTimeout',
        'setInterval',
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Draw from a RandomStream, so that a seed reproduces it.',
        },
        { object: 'Date', property: 'now', message: 'Inject a clock.' },
        ...inexact,
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "BinaryExpression[operator='**']", message: powerMessage },
        { selector: "AssignmentExpression[operator='**=']", message: powerMessage },
      ],
    },
  },
);
