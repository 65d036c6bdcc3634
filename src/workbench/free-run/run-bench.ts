/** The workflow workbench. It is the server's page until the page is there; then the workbench proper is fetched. */
class RunBench extends HTMLElement {
  private close: (() => void) | null = null;

  connectedCallback(): void {
    void this.open();
  }

  disconnectedCallback(): void {
    this.close?.();
    this.close = null;
  }

  private async open(): Promise<void> {
    const { openRunBench } = await import('./open-run-bench.ts');
    if (this.isConnected && this.close === null) this.close = await openRunBench(this);
  }
}

customElements.define('run-bench', RunBench);
