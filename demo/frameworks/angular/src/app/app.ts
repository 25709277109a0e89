import { Component, CUSTOM_ELEMENTS_SCHEMA, effect, type ElementRef, signal, viewChild } from '@angular/core';
import type { KycErrorEvent, KycStartEvent, KycStateChangeEvent, KycVerificationElement, KycVerifiedEvent } from 'kyc-verification';

@Component({
  selector: 'app-root',
  templateUrl: './app.html',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
})
export class App {
  readonly onboardingId = signal(new URLSearchParams(location.search).get('onboarding') ?? '');
  readonly isShown = signal(true);
  readonly hasConsent = signal(false);
  readonly isDone = signal(false);
  readonly heard = signal<readonly string[]>([]);

  /** Called for each request to your endpoint: the place for a token that changes. */
  readonly headers = () => ({ 'x-partner': 'angular' });

  private readonly verification = viewChild<ElementRef<KycVerificationElement>>('verification');

  constructor() {
    // Templates of Angular take any name that begins with `on` for an event, and bind neither `onboarding-id` nor `onboardingId`.
    effect(() => {
      const element = this.verification()?.nativeElement;
      if (element) element.onboardingId = this.onboardingId();
    });
  }

  start(event: KycStartEvent): void {
    if (!this.hasConsent()) event.preventDefault();
  }

  hear({ type }: KycStateChangeEvent | KycErrorEvent | KycVerifiedEvent): void {
    this.heard.update((before) => [...before, type]);
  }

  verified(event: KycVerifiedEvent): void {
    this.hear(event);
    this.isDone.set(true);
  }
}
