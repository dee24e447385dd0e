// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value under JSON Schema's notion of equality: numbers by what they amount to, objects whatever their order. */
final class JsonKey {
    private final JsonNode value;
    private final Budget budget;
    private final int hash;

    /**
     * @param budget charged for what is compared
     */
    JsonKey(JsonNode value, Budget budget) {
        this.value = value;
        this.budget = budget;
        this.hash = hash(value);
    }

    private int hash(JsonNode node) {
        budget.step(1);
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros().hashCode();
        }
        if (node.isTextual()) {
            return node.textValue().hashCode();
        }
        int sum = node.getNodeType().ordinal();
        if (node.isArray()) {
            for (JsonNode element : node) {
                sum = 31 * sum + hash(element);
            }
        } else if (node.isObject()) {
            Iterator<Map.Entry<String, JsonNode>> members = node.fields();
            while (members.hasNext()) {
                Map.Entry<String, JsonNode> member = members.next();
                sum += member.getKey().hashCode() ^ hash(member.getValue());
            }
        } else if (node.isBoolean()) {
            sum = Boolean.hashCode(node.booleanValue());
        }
        return sum;
    }

    boolean isSameAs(JsonNode other) {
        return same(value, other);
    }

    private boolean same(JsonNode one, JsonNode other) {
        budget.step(1);
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.getNodeType() != other.getNodeType() || one.size() != other.size()) {
            return false;
        }
        if (one.isArray()) {
            for (int i = 0; i < one.size(); i++) {
                if (!same(one.get(i), other.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return one.isObject() ? sameMembers(one, other) : one.equals(other);
    }

    private boolean sameMembers(JsonNode one, JsonNode other) {
        Iterator<Map.Entry<String, JsonNode>> members = one.fields();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            JsonNode theirs = other.get(member.getKey());
            if (theirs == null || !same(member.getValue(), theirs)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonKey key && hash == key.hash && isSameAs(key.value);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
