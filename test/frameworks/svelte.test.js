import { framework } from './suite.js';

framework('svelte');
