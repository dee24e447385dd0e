// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

/** The schema of schemas of draft 4, which a schema may refer to; it comes with the program. */
final class MetaSchema {
    static final String ADDRESS = "http://json-schema.org/draft-04/schema";

    private static final String COUNT = "{\"type\":\"integer\",\"minimum\":0}";
    private static final String SELF = "{\"$ref\":\"#\"}";
    private static final String BY_NAME = "{\"type\":\"object\",\"additionalProperties\":" + SELF + "}";
    private static final String MANY = "{\"type\":\"array\",\"minItems\":1,\"items\":" + SELF + "}";
    private static final String NAMES =
            "{\"type\":\"array\",\"minItems\":1,\"uniqueItems\":true,\"items\":{\"type\":\"string\"}}";
    private static final String SWITCH = "{\"anyOf\":[{\"type\":\"boolean\"}," + SELF + "]}";

    static final String TEXT = "{\"type\":\"object\",\"properties\":{"
            + "\"id\":{\"type\":\"string\"},\"$schema\":{\"type\":\"string\"},"
            + "\"title\":{\"type\":\"string\"},\"description\":{\"type\":\"string\"},"
            + "\"multipleOf\":{\"type\":\"number\",\"minimum\":0,\"exclusiveMinimum\":true},"
            + "\"maximum\":{\"type\":\"number\"},\"exclusiveMaximum\":{\"type\":\"boolean\"},"
            + "\"minimum\":{\"type\":\"number\"},\"exclusiveMinimum\":{\"type\":\"boolean\"},"
            + "\"maxLength\":" + COUNT + ",\"minLength\":" + COUNT
            + ",\"pattern\":{\"type\":\"string\",\"format\":\"regex\"},"
            + "\"additionalItems\":" + SWITCH + ",\"items\":{\"anyOf\":[" + SELF + "," + MANY + "]},"
            + "\"maxItems\":" + COUNT + ",\"minItems\":" + COUNT + ",\"uniqueItems\":{\"type\":\"boolean\"},"
            + "\"maxProperties\":" + COUNT + ",\"minProperties\":" + COUNT + ",\"required\":" + NAMES + ","
            + "\"additionalProperties\":" + SWITCH + ",\"definitions\":" + BY_NAME + ",\"properties\":" + BY_NAME
            + ",\"patternProperties\":" + BY_NAME + ","
            + "\"dependencies\":{\"type\":\"object\",\"additionalProperties\":{\"anyOf\":[" + SELF + "," + NAMES
            + "]}},"
            + "\"enum\":{\"type\":\"array\",\"minItems\":1,\"uniqueItems\":true},"
            + "\"type\":{\"anyOf\":[{\"$ref\":\"#/x-types\"},"
            + "{\"type\":\"array\",\"items\":{\"$ref\":\"#/x-types\"},\"minItems\":1,\"uniqueItems\":true}]},"
            + "\"format\":{\"type\":\"string\"},\"allOf\":" + MANY + ",\"anyOf\":" + MANY + ",\"oneOf\":" + MANY
            + ",\"not\":" + SELF + "},"
            + "\"dependencies\":{\"exclusiveMaximum\":[\"maximum\"],\"exclusiveMinimum\":[\"minimum\"]},"
            + "\"x-types\":{\"enum\":[\"array\",\"boolean\",\"integer\",\"null\",\"number\",\"object\",\"string\"]}}";

    private MetaSchema() {}
}
