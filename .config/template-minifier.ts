import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';

/** Without their slashes the shapes of an SVG fragment would stand within each other, where they are not painted. */
export const templateMinifier = () =>
  minifyTemplateLiterals({ exclude: ['**/node_modules/**'], failOnError: true, options: { minifyOptions: { keepClosingSlash: true } } });
