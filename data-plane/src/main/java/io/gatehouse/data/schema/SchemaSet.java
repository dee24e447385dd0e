// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Schemas that may refer to one another, each compiled when it is first asked for. An address that is not in the set
 * leads nowhere: nothing is ever fetched. One thread may ask; what it is given is for all.
 */
public final class SchemaSet {
    private final Map<String, String> texts;
    private final Map<String, JsonNode> documents = new HashMap<>();
    private final Map<JsonNode, Schema> compiled = new IdentityHashMap<>();
    private final Deque<Runnable> pending = new ArrayDeque<>();
    private final Set<String> problems = new LinkedHashSet<>();
    private final List<String> untold = new ArrayList<>();

    /**
     * @param texts schemas by absolute address
     */
    public SchemaSet(Map<String, String> texts) {
        this.texts = texts;
    }

    /** The schema at an address. One that cannot be used is returned all the same, and refuses to check. */
    public JsonSchema at(String address) {
        Schema root = reference("#", address);
        while (!pending.isEmpty()) {
            pending.poll().run();
        }
        return new JsonSchema(root);
    }

    /**
     * What is wrong with the schemas that were asked for, those included that they refer to, and was not told before.
     */
    public List<String> newProblems() {
        List<String> news = List.copyOf(untold);
        untold.clear();
        return news;
    }

    private void problem(String address, String problem) {
        String text = address + ": " + problem;
        if (problems.add(text)) {
            untold.add(text);
        }
    }

    /** The schema that {@code reference} names in the document at {@code base}. */
    Schema reference(String reference, String base) {
        try {
            int hash = reference.indexOf('#');
            String document = hash < 0 ? reference : reference.substring(0, hash);
            String fragment = hash < 0 ? "" : reference.substring(hash + 1);
            String address = document.isEmpty()
                    ? base
                    : URI.create(base).resolve(document).toString();
            JsonNode found = document(address).at(pointer(fragment));
            if (found.isMissingNode()) {
                throw new UnusableSchemaException(reference + " leads to nothing");
            }
            return schema(found, address);
        } catch (UnusableSchemaException | IllegalArgumentException unusable) {
            return unusable(base, String.valueOf(unusable.getMessage()));
        }
    }

    private static JsonPointer pointer(String fragment) {
        if (!fragment.isEmpty() && !fragment.startsWith("/")) {
            throw new UnusableSchemaException("#" + fragment + " is no JSON pointer");
        }
        return JsonPointer.compile(URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    private JsonNode document(String address) {
        JsonNode known = documents.get(address);
        if (known != null) {
            return known;
        }
        String text = address.equals(MetaSchema.ADDRESS) ? MetaSchema.TEXT : texts.get(address);
        if (text == null) {
            throw new UnusableSchemaException("there is no schema " + address);
        }
        try {
            JsonNode document = JsonReader.read(text, new Budget(text.length()));
            documents.put(address, document);
            return document;
        } catch (IOException noJson) {
            throw new UnusableSchemaException("the schema is no JSON");
        } catch (TooMuchException tooMuch) {
            throw new UnusableSchemaException("the schema has " + tooMuch.getMessage());
        }
    }

    /** The schema that a value of a document is; compiled later, since it may hold itself. */
    Schema schema(JsonNode node, String address) {
        Schema known = compiled.get(node);
        if (known != null) {
            return known;
        }
        if (!node.isObject()) {
            return unusable(address, "a schema has to be an object");
        }
        Schema schema = new Schema();
        compiled.put(node, schema);
        pending.add(() -> compile(schema, node, address));
        return schema;
    }

    private void compile(Schema schema, JsonNode node, String address) {
        try {
            schema.rules(new Keywords(this, node, address).compile());
        } catch (UnusableSchemaException unusable) {
            String problem = String.valueOf(unusable.getMessage());
            problem(address, problem);
            schema.rules(List.of((value, check) -> {
                throw new UnusableSchemaException(problem);
            }));
        }
    }

    private Schema unusable(String address, String problem) {
        problem(address, problem);
        return Schema.unusable(problem);
    }
}
