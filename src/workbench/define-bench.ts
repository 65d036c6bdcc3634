type OpenBench = (root: HTMLElement) => Promise<() => void>;

/** A workbench of its own page. It stays the server's page until it is there; then `load` fetches the workbench proper. */
export function defineBench(tag: string, load: () => Promise<OpenBench>): void {
  class BenchElement extends HTMLElement {
    private close: (() => void) | null = null;

    connectedCallback(): void {
      void this.open();
    }

    disconnectedCallback(): void {
      this.close?.();
      this.close = null;
    }

    private async open(): Promise<void> {
      const open = await load();
      if (this.isConnected && this.close === null) this.close = await open(this);
    }
  }
  customElements.define(tag, BenchElement);
}
