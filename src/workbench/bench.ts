import { record } from './progress.ts';

/** How far below the window a bench is when it gets ready. */
const readyAhead = '400px';

/** The bench of one exercise. It stays the server's page until it comes near the window; then the workbench proper is fetched. */
class ExerciseBench extends HTMLElement {
  private observer: IntersectionObserver | null = null;
  private close: (() => void) | null = null;

  connectedCallback(): void {
    this.observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void this.open();
      },
      { rootMargin: readyAhead },
    );
    this.observer.observe(this);
  }

  disconnectedCallback(): void {
    this.observer?.disconnect();
    this.close?.();
    this.close = null;
  }

  private async open(): Promise<void> {
    this.observer?.disconnect();
    record(this.dataset['exercise'] ?? '', 'seen');
    try {
      const { openBench } = await import('./open-bench.ts');
      if (this.isConnected && this.close === null) this.close = await openBench(this);
    } catch {
      // It could not be fetched; the next try comes with the connection, or when the learner begins to write.
      const next = new AbortController();
      const again = (): void => {
        next.abort();
        void this.open();
      };
      addEventListener('online', again, next);
      this.addEventListener('focusin', again, next);
    }
  }
}

customElements.define('exercise-bench', ExerciseBench);
