import { html } from 'lit';
import type { View } from './start-button.js';

/** The head of every screen that tells how things stand: icon, heading, one sentence. */
export function statusHead(tone: 'neutral' | 'success' | 'warning' | 'danger', icon: View, title: string, text: unknown): View {
  return html`<div part="status" class="status ${tone}">
    <span part="status-icon" class="status-icon">${icon}</span>
    <h2 part="status-title" class="title" tabindex="-1">${title}</h2>
    <p part="status-text" class="text">${text}</p>
  </div>`;
}
