/** The policy workbench. It is the server's page until the page is there; then the workbench proper is fetched. */
class FreeBench extends HTMLElement {
  private close: (() => void) | null = null;

  connectedCallback(): void {
    void this.open();
  }

  disconnectedCallback(): void {
    this.close?.();
    this.close = null;
  }

  private async open(): Promise<void> {
    const { openFreeBench } = await import('./open-free-bench.ts');
    if (this.isConnected && this.close === null) this.close = await openFreeBench(this);
  }
}

customElements.define('free-bench', FreeBench);
