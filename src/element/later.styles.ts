import { laterTheme } from './styles/later-theme.styles.js';
import { motion } from './styles/motion.styles.js';
import { otherControls } from './styles/other-controls.styles.js';
import { status } from './styles/status.styles.js';

/** Text of the styles that the first screen does not need. */
export const laterStyles: string = [laterTheme, status, otherControls, motion].map(({ cssText }) => cssText).join('');
