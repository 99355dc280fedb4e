import fc from 'fast-check';
import { z } from 'zod';

/** Values of a schema of stored content, whichever it is: whoever adds one has them without a line. */
export function anyValueOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  return valuesOf(schema).filter((value) => schema.safeParse(value).success);
}

const words = [
  ...['Đảng ủy', 'phương hướng, nhiệm vụ', '-', 'a', '', 'hd36', 'NQ/ĐU'],
  ...['2021', '2021-12-24', '2021-12-24T07:30', '2021-12-24T00:30:00.000Z', '7.5'],
];
const string = fc.oneof(fc.constantFrom(...words), fc.uuid());
const number = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constantFrom(0.5, 1.25, 10, 12.5));

function valuesOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodObject) return objectsOf(schema.shape);
  if (schema instanceof z.ZodArray) return fc.array(valuesOf(inner(schema.element)), { maxLength: 4 });
  if (schema instanceof z.ZodRecord)
    return fc.dictionary(valuesOf(inner(schema.keyType)).map(String), valuesOf(inner(schema.valueType)), {
      maxKeys: 3,
    });
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map((one) => valuesOf(inner(one))));
  if (schema instanceof z.ZodNullable) return fc.option(valuesOf(inner(schema.unwrap())));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return valuesOf(inner(schema.unwrap()));
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return number.filter((value) => schema.safeParse(value).success);
  return string.filter((value) => schema.safeParse(value).success);
}

function objectsOf(shape: Record<string, z.core.$ZodType>): fc.Arbitrary<unknown> {
  const parts = Object.entries(shape).map(([key, part]) => [key, inner(part)] as const);
  const required = parts.filter(([, part]) => !(part instanceof z.ZodOptional)).map(([key]) => key);
  return fc.record(Object.fromEntries(parts.map(([key, part]) => [key, valuesOf(part)])), {
    requiredKeys: required,
    noNullPrototype: true,
  });
}

function inner(schema: z.core.$ZodType): z.ZodType {
  if (schema instanceof z.ZodType) return schema;
  throw new Error('a schema of zod mini');
}
