import { renderSVG } from 'uqr';

/** A link as a QR code: an SVG, dark on light with the quiet zone that scanners need. */
export function qrCode(url: string): string {
  return renderSVG(url, { ecc: 'M', border: 4, pixelSize: 1, whiteColor: '#fff', blackColor: '#000' });
}
