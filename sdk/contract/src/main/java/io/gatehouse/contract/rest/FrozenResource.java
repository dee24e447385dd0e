// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import java.util.List;

/**
 * A resource of a frozen definition.
 *
 * @param id the resource's identifier
 * @param path the whole path template, such as <code>/pets/{petId}</code> or <code>/{proxy+}</code>
 * @param methods the methods it has, sorted by verb
 */
public record FrozenResource(String id, String path, List<FrozenMethod> methods) {
    public FrozenResource {
        methods = List.copyOf(methods);
    }
}
