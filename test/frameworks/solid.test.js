import { framework } from './suite.js';

framework('solid');
