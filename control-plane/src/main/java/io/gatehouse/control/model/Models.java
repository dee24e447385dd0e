// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.model;

import io.gatehouse.contract.rest.FrozenModel;
import io.gatehouse.control.aws.Ids;
import io.gatehouse.control.restapi.RestApiCreated;
import io.gatehouse.control.restapi.RestApiDeleted;
import io.gatehouse.control.revision.Change;
import io.gatehouse.control.revision.Revisions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** The models of APIs. Each new API has two. Source: developer guide, "Data models for REST APIs". */
@Singleton
public final class Models implements PanacheRepositoryBase<Model, String> {
    static final String NOUN = "model";

    private static final String JSON = "application/json";

    /** AWS's own text, with its white space. */
    private static final String EMPTY_SCHEMA = """
            {
              "$schema" : "http://json-schema.org/draft-04/schema#",
              "title" : "Empty Schema",
              "type" : "object"
            }""";

    /** AWS's own text, with its white space. */
    private static final String ERROR_SCHEMA = """
            {
              "$schema" : "http://json-schema.org/draft-04/schema#",
              "title" : "Error Schema",
              "type" : "object",
              "properties" : {
                "message" : { "type" : "string" }
              }
            }""";

    private final Ids ids;
    private final Revisions revisions;

    Models(Ids ids, Revisions revisions) {
        this.ids = ids;
        this.revisions = revisions;
    }

    /** Whether the API has a model of that name. */
    public boolean exists(String apiId, String name) {
        return count("apiId = ?1 and name = ?2", apiId, name) > 0;
    }

    /** Every model of the API, sorted by name. */
    public List<FrozenModel> frozen(String apiId) {
        return list("apiId", apiId).stream()
                .map(Model::frozen)
                .sorted(Comparator.comparing(FrozenModel::name))
                .toList();
    }

    void addTo(@Observes RestApiCreated event) {
        add(event, new ModelView(ids.next(), "Empty", "This is a default empty schema model", EMPTY_SCHEMA, JSON));
        add(event, new ModelView(ids.next(), "Error", "This is a default error schema model", ERROR_SCHEMA, JSON));
    }

    void deleteOf(@Observes RestApiDeleted event) {
        for (Model model : list("apiId", event.api().id())) {
            revisions.add(event.revision(), Change.deleted(NOUN, model.name, model.view()));
            delete(model);
        }
    }

    private void add(RestApiCreated event, ModelView model) {
        persist(new Model(event.api().id(), model));
        revisions.add(event.revision(), Change.created(NOUN, model.name(), model));
    }
}
