/** Where the element stands among others, for keys that go from one to the next; -1 where it is none of them. */
export function indexOfElement(all: readonly Element[], element: EventTarget | null): number {
  return element instanceof Element ? all.indexOf(element) : -1;
}
