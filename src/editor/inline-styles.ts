/**
 * Monaco writes `style="…"` into the HTML it makes, which `style-src 'self'` forbids; setting the same style by script is allowed.
 * So its HTML carries the style in another attribute, and an observer moves it over before anything is painted.
 */
const carrier = 'data-monaco-style';

interface PolicyRules {
  createHTML?: (html: string, ...rest: unknown[]) => string;
  createScriptURL?: (url: string, ...rest: unknown[]) => string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: PolicyRules): PolicyRules;
}

/** Moves every inline style of some HTML into the carrying attribute. */
export function carryStyles(html: string): string {
  return html.replace(/(<[a-zA-Z][^<>]*?\s)style=/g, `$1${carrier}=`);
}

/** Gives Monaco its Trusted Types policies. Call before Monaco is imported. */
export function installPolicies(): void {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  const createTrustedTypesPolicy = (name: string, rules: PolicyRules): PolicyRules => {
    const { createHTML } = rules;
    const carrying =
      createHTML === undefined
        ? rules
        : { ...rules, createHTML: (html: string, ...rest: unknown[]) => carryStyles(createHTML(html, ...rest)) };
    return factory?.createPolicy(name, carrying) ?? carrying;
  };
  Object.assign(globalThis, { MonacoEnvironment: { createTrustedTypesPolicy } });
}

/** Applies carried styles under `root`, now and as they come. Returns the way to stop. */
export function applyCarriedStyles(root: HTMLElement): () => void {
  const apply = (element: Element): void => {
    const style = element.getAttribute(carrier);
    if (style === null) return;
    element.removeAttribute(carrier);
    (element as HTMLElement).style.cssText = style;
  };
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        apply(node);
        for (const inner of node.querySelectorAll(`[${carrier}]`)) apply(inner);
      }
    }
  });
  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}
