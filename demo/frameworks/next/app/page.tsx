import { Verification } from './verification';

interface Props {
  searchParams: Promise<{ onboarding?: string }>;
}

export default async function Page({ searchParams }: Props) {
  const { onboarding = '' } = await searchParams;
  return (
    <main>
      <h1>Open an account</h1>
      <Verification onboardingId={onboarding} />
    </main>
  );
}
