import { css, type CSSResultGroup } from 'lit';
import { controls } from './styles/controls.styles.js';
import { guidance } from './styles/guidance.styles.js';
import { interactivity } from './styles/interactivity.styles.js';
import { layout } from './styles/layout.styles.js';
import { theme } from './styles/theme.styles.js';

/** Of the first screen, as one sheet; the others bring `later.styles.ts`. */
export const styles: CSSResultGroup = css`${theme}${layout}${interactivity}${guidance}${controls}`;
