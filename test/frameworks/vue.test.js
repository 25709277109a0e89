import { framework } from './suite.js';

// Its language is a file of its own, which the bundler of the app has to find.
framework('vue', { words: 'Bestätigen Sie Ihre Identität' });
