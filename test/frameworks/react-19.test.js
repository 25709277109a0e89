import { framework } from './suite.js';

framework('react-19');
