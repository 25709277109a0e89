import { Veriff } from '@veriff/js-sdk';

Veriff({ apiKey: 'key', parentId: 'veriff-root', onSession: () => {} }).mount();
