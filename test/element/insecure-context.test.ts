import { expect } from '@open-wc/testing';
import { standIn } from '../helpers/element-cleanup.js';
import { scriptEndpoint } from '../helpers/element-endpoint.js';
import { mountIn, reach } from '../helpers/element-fixture.js';

// In a file of its own: WebKit goes on giving the answer that it has given the same line of code often before.
it('an insecure page is insecure-context, before any exchange', async () => {
  standIn(window, 'isSecureContext', false);
  const endpoint = scriptEndpoint();
  const element = await mountIn('guidance');
  await element.start();
  await reach(element, 'failed');
  expect(element.error).to.include({ code: 'insecure-context', phase: 'environment', action: 'fix-integration' });
  expect(endpoint.posts).to.have.length(0);
});
