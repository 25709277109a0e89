import { LitElement, html } from 'lit';
import { Task } from '@lit/task';

/** The least that an element of Lit can do which reads the endpoint: one line while it waits, one when it knows. */
class LitTask extends LitElement {
  read = new Task(this, {
    task: async (_nothing, { signal }) => (await fetch('/verify?onboardingId=US_bench', { signal })).json(),
    args: () => [],
  });

  render() {
    return html`<p>${this.read.render({ pending: () => 'A moment …', complete: ({ verificationState }) => verificationState })}</p>`;
  }
}
customElements.define('lit-task', LitTask);
