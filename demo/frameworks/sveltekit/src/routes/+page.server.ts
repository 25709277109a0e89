export const load = ({ url }) => ({ onboardingId: url.searchParams.get('onboarding') ?? '' });
