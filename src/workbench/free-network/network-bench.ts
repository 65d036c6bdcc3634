/** The network workbench. It is the server's page until the page is there; then the workbench proper is fetched. */
class NetworkBench extends HTMLElement {
  private close: (() => void) | null = null;

  connectedCallback(): void {
    void this.open();
  }

  disconnectedCallback(): void {
    this.close?.();
    this.close = null;
  }

  private async open(): Promise<void> {
    const { openNetworkBench } = await import('./open-network-bench.ts');
    if (this.isConnected && this.close === null) this.close = await openNetworkBench(this);
  }
}

customElements.define('network-bench', NetworkBench);
