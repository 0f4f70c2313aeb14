import type { Input } from "sluice";

/** What may be said in the values of the chart pantry 2.3.4. */
export interface PantryValues {
  /**
   * How many doors it has.
   *
   * Default: `1`.
   */
  readonly doors?: unknown;
  /**
   * What stands on the sign. Templates are allowed.
   *
   * Default: the release's name
   *
   * Default: `""`.
   */
  readonly sign?: Input<string | number | boolean> | null | undefined;
  readonly shelves?: PantryShelves | null | undefined;
  /** Default: `[{"name":"plum","sweet":true,"lid":{"colour":"red"}}]`. */
  readonly jars?: Input<readonly unknown[]> | null | undefined;
  readonly light?: PantryLight | null | undefined;
  /** Default: `{}`. */
  readonly resources?: object | null | undefined;
  readonly basement?: PantryBasement | null | undefined;
  readonly global?: PantryGlobal | null | undefined;
  readonly lock?: PantryLock | null | undefined;
  readonly "spice-rack"?: PantrySpiceRack | null | undefined;
  readonly tags?: PantryTags | null | undefined;
}

export interface PantryShelves {
  /**
   * Width of a shelf, in centimetres
   *
   * Default: `80`.
   */
  readonly width?: Input<number> | null | undefined;
  /**
   * Labels of every shelf
   *
   * Default: `{}`.
   */
  readonly labels?: PantryShelvesLabels | null | undefined;
  /**
   * Where they are screwed to.
   *
   * Default: `[]`.
   */
  readonly walls?: Input<readonly unknown[]> | null | undefined;
  readonly depth?: unknown;
}

export interface PantryShelvesLabels {
  readonly [key: string]: unknown;
  readonly wood?: unknown;
}

export interface PantryLight {
  /** Default: `true`. */
  readonly enabled?: Input<boolean> | null | undefined;
  /**
   * Of the lamp.
   *
   * Default: `4.5`.
   */
  readonly watts?: Input<number> | null | undefined;
  readonly switch?: unknown;
}

export interface PantryBasement {
  /** Default: `false`. */
  readonly enabled?: Input<boolean> | null | undefined;
  /**
   * Cooler than the cellar's own.
   *
   * Default: `6`.
   */
  readonly temperature?: Input<number> | null | undefined;
  /**
   * Barrels by their names.
   *
   * Default: `{}`.
   */
  readonly barrels?: PantryBasementBarrels | null | undefined;
}

export interface PantryBasementBarrels {
  readonly [key: string]: unknown;
  readonly first?: PantryBasementBarrelsFirst | null | undefined;
}

export interface PantryBasementBarrelsFirst {
  readonly [key: string]: unknown;
  readonly litres?: unknown;
}

export interface PantryGlobal {
  readonly [key: string]: unknown;
  /**
   * Where all of them stand.
   *
   * Default: `"north"`.
   */
  readonly house?: Input<string> | null | undefined;
  readonly street?: unknown;
}

export interface PantryLock {
  readonly [key: string]: unknown;
  readonly key?: unknown;
}

export interface PantrySpiceRack {
  /**
   * What the jars are sorted by.
   *
   * Default: `"name"`.
   */
  readonly order?: Input<"name" | "heat"> | null | undefined;
  readonly global?: object | null | undefined;
  /**
   * What stands in it.
   *
   * Default: `[{"name":"cumin"}]`.
   */
  readonly spices?: Input<readonly PantrySpiceRackSpice[]> | null | undefined;
  readonly favourite?: PantrySpiceRackFavourite | null | undefined;
}

export interface PantrySpiceRackSpice {
  /** What it is called. */
  readonly name?: Input<string> | null | undefined;
  /** Default: `0`. Example: `3`. */
  readonly heat?: Input<number> | null | undefined;
  readonly blend?: Input<readonly PantrySpiceRackSpice[]> | null | undefined;
  /** @deprecated */
  readonly origin?: Input<string> | null | undefined;
}

export interface PantrySpiceRackFavourite {
  /** What it is called. */
  readonly name?: Input<string> | null | undefined;
  /** Default: `0`. Example: `3`. */
  readonly heat?: Input<number> | null | undefined;
  readonly blend?: Input<readonly PantrySpiceRackSpice[]> | null | undefined;
  /** @deprecated */
  readonly origin?: Input<string> | null | undefined;
}

export interface PantryTags {
  readonly [key: string]: unknown;
  readonly spices?: unknown;
}
