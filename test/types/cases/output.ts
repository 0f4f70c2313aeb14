/**
 * The shape of Pulumi's `Output`, as far as types go: a value to come, on which the properties of the value can be read
 * already.
 */
export type Output<T> = OutputInstance<T> & Lifted<T>;

export interface OutputInstance<T> {
  apply<U>(transform: (value: T) => Promise<U>): Output<U>;
  apply<U>(transform: (value: T) => OutputInstance<U>): Output<U>;
  apply<U>(transform: (value: T) => U): Output<U>;
  get(): T;
}

type Lifted<T> = T extends string
  ? { readonly length: Output<number> }
  : T extends readonly (infer Element)[]
    ? { readonly length: Output<number>; readonly [index: number]: Output<Element> }
    : T extends object
      ? { readonly [Field in keyof T]: Output<T[Field]> }
      : Record<never, never>;

export declare function output<T>(value: T): Output<T>;
