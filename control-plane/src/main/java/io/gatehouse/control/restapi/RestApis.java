// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import io.gatehouse.control.aws.Caller;
import io.gatehouse.control.aws.CurrentCaller;
import io.gatehouse.control.aws.Ids;
import io.gatehouse.control.aws.Page;
import io.gatehouse.control.aws.PageRequest;
import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.ConflictException;
import io.gatehouse.control.aws.error.NotFoundException;
import io.gatehouse.control.local.EverythingGoes;
import io.gatehouse.control.patch.PatchRequest;
import io.gatehouse.control.revision.Change;
import io.gatehouse.control.revision.Revision;
import io.gatehouse.control.revision.Revisions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller's REST APIs. What belongs to another account or region is not there. */
@Singleton
public final class RestApis implements PanacheRepositoryBase<RestApi, String> {
    private static final String OF_CALLER = "id = ?1 and accountId = ?2 and region = ?3";
    private static final String NOUN = "restapi";

    private final CurrentCaller caller;
    private final Ids ids;
    private final Clock clock;
    private final Revisions revisions;
    private final Event<RestApiCreated> created;
    private final Event<RestApiCloned> cloned;
    private final Event<RestApiDeleted> deleted;

    RestApis(
            CurrentCaller caller,
            Ids ids,
            Clock clock,
            Revisions revisions,
            Event<RestApiCreated> created,
            Event<RestApiCloned> cloned,
            Event<RestApiDeleted> deleted) {
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
        this.revisions = revisions;
        this.created = created;
        this.cloned = cloned;
        this.deleted = deleted;
    }

    /** The API to read, if the caller has it. */
    public Optional<RestApi> read(String apiId) {
        Caller who = caller.get();
        return find(OF_CALLER, apiId, who.accountId(), who.region()).list().stream()
                .findFirst();
    }

    /** The API to change, if the caller has it: nobody else changes anything of it until this transaction ends. */
    public Optional<RestApi> lock(String apiId) {
        Caller who = caller.get();
        return find(OF_CALLER, apiId, who.accountId(), who.region())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .findFirst();
    }

    /** The API to read; 404 without it. */
    public RestApi get(String apiId) {
        return read(apiId).orElseThrow(() -> unknown(apiId));
    }

    /** The API to change; 404 without it. */
    public RestApi getLocked(String apiId) {
        return lock(apiId).orElseThrow(() -> unknown(apiId));
    }

    Page<RestApi> page(PageRequest request) {
        Caller who = caller.get();
        String after = Objects.requireNonNullElse(request.after(), "");
        // Sorted by the whole index: by the identifier alone, H2 reads all of the caller's APIs and sorts them itself.
        List<RestApi> found = find(
                        "accountId = ?1 and region = ?2 and id > ?3 order by accountId, region, id",
                        who.accountId(),
                        who.region(),
                        after)
                .range(0, request.size())
                .list();
        return Page.of(found, request, RestApi::id);
    }

    RestApi create(CreateRestApi request) {
        RestApiRules.check(request);
        RestApi source = sourceOf(request);
        String id = ids.chosenBy(request.tags());
        if (findByIdOptional(id).isPresent()) {
            throw ConflictException.of("API identifier " + id + ", chosen by tag, is taken");
        }
        Caller who = caller.get();
        CreateRestApi whole = source == null ? request : source.copiedInto(request, who, id);
        RestApi api = new RestApi(id, ids.next(), who, whole, clock.instant());
        persist(api);
        Revision revision = revisions.record(api, "CreateRestApi", Change.created(NOUN, id, RestApiView.of(api)));
        if (source == null) {
            created.fire(new RestApiCreated(api, revision));
        } else {
            cloned.fire(new RestApiCloned(source, api, revision));
        }
        return api;
    }

    /** The API that a new one is a copy of, locked so that its parts fit together; absent when it is no copy. */
    private @Nullable RestApi sourceOf(CreateRestApi request) {
        String sourceId = request.cloneFrom();
        if (sourceId == null || sourceId.isEmpty()) {
            return null;
        }
        // A reference in the body is a bad request, where the same identifier in the path would not be found.
        return lock(sourceId)
                .orElseThrow(() -> BadRequestException.of(
                        "Invalid API identifier specified " + caller.get().accountId() + ":" + sourceId));
    }

    RestApi update(String apiId, PatchRequest request) {
        RestApi api = getLocked(apiId);
        RestApiEdit edit = new RestApiEdit(api, caller.get());
        RestApiPatch.TABLE.apply(edit, request.patchOperations());
        EndpointType endpoint = edit.endpoint();
        RestApiView before = RestApiView.of(api);
        api.take(edit, endpoint);
        RestApiView after = RestApiView.of(api);
        if (!after.equals(before)) {
            revisions.record(api, "UpdateRestApi", Change.changed(NOUN, apiId, before, after));
        }
        return api;
    }

    void delete(String apiId) {
        RestApi api = getLocked(apiId);
        Revision revision = revisions.record(api, "DeleteRestApi", Change.deleted(NOUN, apiId, RestApiView.of(api)));
        deleted.fire(new RestApiDeleted(api, revision));
        delete(api);
    }

    /** All rows that hang on an API go with its own. */
    void deleteAll(@Observes @Priority(EverythingGoes.ROWS) EverythingGoes event) {
        deleteAll();
    }

    private NotFoundException unknown(String apiId) {
        return NotFoundException.restApi(caller.get().accountId(), apiId);
    }
}
