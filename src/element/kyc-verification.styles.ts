import type { CSSResultGroup } from 'lit';
import { controls } from './styles/controls.styles.js';
import { guidance } from './styles/guidance.styles.js';
import { interactivity } from './styles/interactivity.styles.js';
import { layout } from './styles/layout.styles.js';
import { motion } from './styles/motion.styles.js';
import { status } from './styles/status.styles.js';
import { theme } from './styles/theme.styles.js';

export const styles: CSSResultGroup = [theme, layout, interactivity, guidance, status, controls, motion];
