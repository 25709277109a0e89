import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { PlaidLink } from 'react-plaid-link';

createRoot(document.querySelector('#plaid')).render(createElement(PlaidLink, { token: 'link-sandbox-1', onSuccess: () => {} }, 'Verify your identity'));
