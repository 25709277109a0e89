import { serverRendered } from './server-rendered.js';
import { framework } from './suite.js';

framework('sveltekit', { extras: serverRendered });
