import { serverRendered } from './server-rendered.js';
import { framework } from './suite.js';

framework('astro', { extras: serverRendered });
