'use client';

import { useEffect } from 'react';

/** The element on a page. `onboarding-id` comes from your e-mail step; here from the address, as `?onboarding=…`. */
export default function Page() {
  useEffect(() => void import('kyc-verification/define'), []);
  return <kyc-verification onboarding-id-from="query:onboarding" endpoint="/api/kyc" />;
}
