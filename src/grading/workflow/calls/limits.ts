/**
 * Levels of called workflows below the one that an event starts. The documentation speaks of ten levels with that one; the service counts
 * ten without it, and that is what refuses.
 *
 * @source https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations (read 2026-11-24)
 */
export const maxCalledLevels = 10;

/** Different workflows that one may call, directly or through others. */
export const maxCalledWorkflows = 50;

/** Calls of one submission that are looked into; a workflow in earnest has a few, and each level can multiply them. */
export const maxCalls = 500;
