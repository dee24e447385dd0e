// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.vtl;

import java.util.ArrayList;

/** An array of a JSON document. Unlike a list that a template writes itself, it prints as JSON. */
final class JsonList extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;

    JsonList() {}

    JsonList(int capacity) {
        super(capacity);
    }
}
