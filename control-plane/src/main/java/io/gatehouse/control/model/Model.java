// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.model;

import io.gatehouse.contract.rest.FrozenModel;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A model: a named JSON Schema of an API. */
@Entity
@Table(name = "model")
public class Model {
    @Id
    String id;

    String apiId;
    String name;
    String contentType;

    @Nullable
    String description;

    @Nullable
    String jsonSchema;

    @SuppressWarnings("NullAway.Init")
    protected Model() {}

    Model(String apiId, ModelView view) {
        this.id = view.id();
        this.apiId = apiId;
        this.name = view.name();
        this.contentType = view.contentType();
        this.description = view.description();
        this.jsonSchema = view.schema();
    }

    ModelView view() {
        return new ModelView(id, name, description, jsonSchema, contentType);
    }

    FrozenModel frozen() {
        return new FrozenModel(name, contentType, description, jsonSchema);
    }
}
