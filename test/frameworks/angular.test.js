import { framework } from './suite.js';

framework('angular');
