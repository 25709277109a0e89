/** The package's file for browsers has no types of its own; it exports what the package does. */
declare module '@guidepup/virtual-screen-reader/browser.js' {
  export { Virtual } from '@guidepup/virtual-screen-reader';
}
