const words = (text) => text.trim().split(/\s+/);

/** Every name that a page may rely on. A name added, changed or lost here is a change of the public interface. */
export const publicNames = {
  tag: 'kyc-verification',
  attributes: words(`
    onboarding-id onboarding-id-from endpoint reverify credentials presentation session-hosts documents proof-of-address region
    poll-interval handover-url continue-url preview lang
  `),
  members: words(`
    onboardingId onboardingIdFrom endpoint reverify credentials headers presentation sessionHosts documents proofOfAddress region
    pollInterval handoverUrl continueUrl preview state verificationState error start checkStatus close checkEnvironment
  `),
  events: words(`
    kyc-state-change kyc-start kyc-opened kyc-submitted kyc-canceled kyc-pending kyc-verified kyc-rejected kyc-resubmission kyc-expired
    kyc-stalled kyc-error
  `),
  parts: words(`
    base header title description content guidance section-title document-list document document-icon document-title
    document-requirements tips tips-title tips-list privacy timeline timeline-step timeline-step-done timeline-step-current
    timeline-step-next timeline-marker timeline-marker-done timeline-marker-current timeline-marker-next timeline-title timeline-title-done
    timeline-title-current timeline-title-next timeline-text timeline-text-done timeline-text-current timeline-text-next status status-icon status-title status-text text notice spinner
    reasons reasons-list error error-note error-code actions primary-button secondary-button start-button continue-button
    retry-button check-button link-button redirect-button phone-button back-button open-button copy-button link-field qr-code footer
  `),
  cssProperties: words(`
    --kyc-accent-color --kyc-on-accent-color --kyc-text-color --kyc-muted-color --kyc-surface-color --kyc-border-color
    --kyc-success-color --kyc-warning-color --kyc-danger-color --kyc-backdrop-color --kyc-radius --kyc-space --kyc-font-family
    --kyc-font-size --kyc-heading-size --kyc-focus-ring --kyc-icon-size --kyc-max-width
  `),
  slots: words('logo title description guidance consent footer reviewing verified rejected resubmission expired failed'),
  states: words(`
    idle checking guidance requesting verifying reviewing verified rejected resubmission expired failed busy final
  `),
};
