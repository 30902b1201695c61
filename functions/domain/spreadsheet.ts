/**
 * Text for a cell of a file that spreadsheets open: without anything invisible before it, behind which a formula could hide
 * from `escape_formulas`, and with an apostrophe before the signs that look like a formula's and that it does not know.
 */
export function cellText(text = ''): string {
  return text.replace(/^[\s\p{C}]+/u, '').replace(/^[﹢﹣﹦﹫−]/, "'$&");
}
