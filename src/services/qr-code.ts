/** The code with which a phone goes on (ISO/IEC 18004), as a shape: a later file, needed on desktops only. */
import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

export interface QrCode {
  /** Width and height in modules, without the quiet zone. */
  readonly size: number;
  /** The dark modules, as the path of an SVG, one unit each. */
  readonly path: string;
}

/** @throws where `text` is too long for a code */
export function qrCode(text: string): QrCode {
  // Screens are read at an angle, and through glare.
  const code = generate(text, { minCorrectionLevel: correction.M });
  return { size: code.size, path: toSvgPath(code) };
}
