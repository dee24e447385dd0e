// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** A schema that texts can be checked against, by any number of threads. */
public final class JsonSchema {
    private final Schema root;

    JsonSchema(Schema root) {
        this.root = root;
    }

    /**
     * Checks a text. Whatever cannot be told within bounds is a violation: a text nested deeper than 500, one of too
     * many values, or one that takes too much work.
     *
     * @return what is wrong with it, in the words of AWS's execution log; empty when nothing is
     * @throws UnusableSchemaException when a part of the schema that decides cannot be used
     */
    public List<String> check(String text) {
        Budget budget = new Budget(text.length());
        try {
            JsonNode document = JsonReader.read(text, budget);
            Check check = new Check(budget);
            root.apply(document, check);
            return check.findings();
        } catch (IOException noJson) {
            return List.of("instance is not a JSON document");
        } catch (TooMuchException tooMuch) {
            return List.of("instance cannot be validated: " + tooMuch.getMessage());
        } catch (StackOverflowError tooDeep) {
            return List.of("instance cannot be validated: too deep");
        }
    }
}
