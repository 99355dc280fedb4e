/** The one-time word of the page's policy, without which no component may write a <style>. Empty while developing. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** The package that keeps the page from scrolling behind a dialog asks for the word under this name. */
export function shareStyleNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
