/** Tells the integrator: one line in plain words, without anything secret. */
export function warn(hint: string): void {
  try {
    console.warn(`<kyc-verification> ${hint}`);
  } catch {
    // A page can have taken the console's methods away.
  }
}
