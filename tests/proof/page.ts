/** A page as a browser would take it. */

/** What a browser would run, load or be sent away by. Our own script and style are files of our own. */
export function danger(page: string): string | undefined {
  // Text and values of attributes as a browser sees them: a tag opens only at a bare <.
  const tags = page.match(/<[a-z!/][^<>]*>/gi) ?? [];
  return tags.find(
    (tag) =>
      /^<(?:iframe|math|object|embed|base|style)\b/i.test(tag) ||
      (/^<svg\b/i.test(tag) && !/^<svg class="/.test(tag)) ||
      (/^<script\b/i.test(tag) && !/^<script[^>]* src="\/[\w./-]*(?:\?v=\w+)?"/.test(tag)) ||
      (/^<img\b/i.test(tag) && !/ src="\//.test(tag)) ||
      (/^<meta\b/i.test(tag) && /refresh/i.test(tag)) ||
      (/^<form\b/i.test(tag) && !/ action="\/[^/]/.test(tag) && !/ action="\/"/.test(tag)) ||
      /\s(?:href|src|action)="\s*(?:javascript|data|vbscript):/i.test(tag) ||
      /\son[a-z]+\s*=/i.test(tag.replace(/"[^"]*"/g, '""')),
  );
}
