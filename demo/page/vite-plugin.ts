import type { Connect, Plugin } from 'vite';

/** A page that pretends to stand under a policy does so in earnest: only a header can keep the camera from it. */
const policy: Connect.NextHandleFunction = (request, response, next) => {
  const { searchParams } = new URL(request.url ?? '', 'http://localhost');
  if (searchParams.get('pretend') === 'camera-policy') response.setHeader('permissions-policy', 'camera=()');
  next();
};

export function pretences(): Plugin {
  return {
    name: 'kyc-pretences',
    configureServer: ({ middlewares }) => void middlewares.use(policy),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(policy),
  };
}
