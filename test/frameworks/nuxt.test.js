import { serverRendered } from './server-rendered.js';
import { framework } from './suite.js';

framework('nuxt', { extras: serverRendered, words: 'Bestätigen Sie Ihre Identität' });
