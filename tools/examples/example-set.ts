/** Valid instances by schema (path without `.json`) and variant; the variant without a name is the printed purchase. */
export type ExampleSet = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
