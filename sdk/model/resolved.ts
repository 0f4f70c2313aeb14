import type { Deferred } from "./deferred.ts";
import type { ObjectRef } from "./reference.ts";

/**
 * A spec as it stands in YAML: every value is known, and every reference is written as Flux has it. It is what `sluice/zod`
 * gives, and a builder takes it again.
 *
 * @typeParam T A type of a spec, such as `GitRepositorySpec`.
 */
export type Resolved<T> = unknown extends T ? T : ResolvedMember<Written<Exclude<T, OnlyInPrograms>>>;

/** What the linker or Flux writes something else for. */
type OnlyInPrograms = { readonly sluice: string } | Deferred<unknown>;

/** The members of a union that are written: an object that stands for a name is left out where the name can be given. */
type Written<T> = [ByName<NonNullable<T>>] extends [never] ? T : ByName<T>;

type ByName<T> = T extends { readonly kind: infer Kind extends string }
  ? Equal<T, ObjectRef<Kind>> extends true
    ? never
    : WithName<T>
  : WithName<T>;

/** Leaves out an object with another in the place of its name. */
type WithName<T> = T extends { readonly name: infer Name } ? ([Extract<Name, string>] extends [never] ? never : T) : T;

type ResolvedMember<T> = T extends string
  ? string extends T
    ? string
    : T
  : T extends number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? Resolved<Item>[]
      : T extends object
        ? ResolvedObject<T>
        : T;

type ResolvedObject<T extends object> = string extends keyof T
  ? { -readonly [Key in keyof T]: Resolved<T[Key]> }
  : object extends T
    ? keyof T extends never
      ? Record<string, unknown>
      : ResolvedFields<T>
    : ResolvedFields<T>;

/** Fields that are only declared to forbid them are no fields. */
type ResolvedFields<T> = {
  -readonly [Key in keyof T as [Exclude<T[Key], undefined>] extends [never] ? never : Key]: Resolved<T[Key]>;
};

type Equal<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;
