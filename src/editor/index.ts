export * from './port.ts';
export { openTextareaEditor, type Sheet } from './textarea.ts';

/** Fetches the rich editor; a second call gives the same answer. Rejects where its files cannot be had. */
export async function loadRichEditor(): Promise<typeof import('./monaco.ts')> {
  const { installPolicies } = await import('./inline-styles.ts');
  installPolicies();
  return import('./monaco.ts');
}
