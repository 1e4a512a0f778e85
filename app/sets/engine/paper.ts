import { scopedStyle } from "@/lib/problemset/formats";

/** In the page a sheet is set in the page's type, and a problem alone has no number; one of a sheet keeps it. */
const HERE =
  ".paper{padding:0;background:none;font-family:var(--serif)}.sheet{margin:0;content-visibility:visible}" +
  ".paper>.question{margin-top:.4rem}.paper>.question>h3{grid-template-columns:1fr auto}" +
  ".paper>.one>.question{margin-top:.2rem}.paper>.question>h3>.number{display:none}.paper>.question>:not(h3){margin-left:0}";

/** A piece of a sheet with its style, for a shadow root. */
export function paperHtml(html: string): string {
  return `<style>${scopedStyle()}${HERE}</style><div class="paper">${html}</div>`;
}
