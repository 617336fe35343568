/* What scripts may take for granted of our pages: `tsc --checkJs` knows only documents in general. */
interface Window {
  /* What the scripts lay there for one another. */
  archiveCards: any
  archiveSearch: any
  archiveExplore: any
  archiveSpelling: any
  archiveLoad?: (name: string) => Promise<unknown>
  archiveEngine?: () => Promise<any>
}

interface ExploreForm extends HTMLFormElement {
  readonly elements: HTMLFormControlsCollection & { words: HTMLInputElement; show: RadioNodeList; order: HTMLSelectElement }
}

interface Document {
  getElementById(id: "search"): HTMLDialogElement | null
  getElementById(id: "search-field"): HTMLInputElement | null
  getElementById(id: "explore"): ExploreForm | null
}

/* A page holds HTML, but for its pictures, which no script looks into. */
interface ParentNode {
  querySelector<K extends keyof HTMLElementTagNameMap>(selectors: K): HTMLElementTagNameMap[K] | null
  querySelector(selectors: "link[rel=canonical]"): HTMLLinkElement | null
  querySelector<E extends Element = HTMLElement>(selectors: string): E | null
  querySelectorAll<K extends keyof HTMLElementTagNameMap>(selectors: K): NodeListOf<HTMLElementTagNameMap[K]>
  querySelectorAll(selectors: "table[data-tabular]"): NodeListOf<HTMLTableElement>
  querySelectorAll<E extends Element = HTMLElement>(selectors: string): NodeListOf<E>
}

interface Element {
  closest<K extends keyof HTMLElementTagNameMap>(selectors: K): HTMLElementTagNameMap[K] | null
  closest<E extends Element = HTMLElement>(selectors: string): E | null
}

interface HTMLElement {
  cloneNode(deep?: boolean): this
}
