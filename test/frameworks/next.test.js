import { serverRendered } from './server-rendered.js';
import { framework } from './suite.js';

framework('next', { extras: serverRendered, host: '--hostname' });
