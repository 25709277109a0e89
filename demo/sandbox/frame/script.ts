import { createCamera } from './camera.js';
import { runFlow } from './flow.js';
import { createParentLink } from './parent-link.js';

/** The script of the frame's page: three functions as text, so that they are type-checked and need no build of their own. */
export function frameScript(): string {
  return `(${runFlow.toString()})(${createCamera.toString()}, ${createParentLink.toString()});\n`;
}
