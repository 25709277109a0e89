import { framework } from './suite.js';

framework('preact');
