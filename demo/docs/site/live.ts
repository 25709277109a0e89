/** The element that runs on the pages of the dev server: from the sources, as on the demo page. */
import '../../../src/define.js';
