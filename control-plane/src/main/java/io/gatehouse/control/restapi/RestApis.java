// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import io.gatehouse.control.aws.Caller;
import io.gatehouse.control.aws.CurrentCaller;
import io.gatehouse.control.aws.Ids;
import io.gatehouse.control.aws.Page;
import io.gatehouse.control.aws.PageRequest;
import io.gatehouse.control.aws.Tags;
import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.aws.error.ConflictException;
import io.gatehouse.control.aws.error.NotFoundException;
import io.gatehouse.control.revision.Change;
import io.gatehouse.control.revision.Revision;
import io.gatehouse.control.revision.Revisions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.event.Event;
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
    private static final int MAX_COMPRESSION_SIZE = 10_485_760;

    private final CurrentCaller caller;
    private final Ids ids;
    private final Clock clock;
    private final Revisions revisions;
    private final Event<RestApiCreated> created;
    private final Event<RestApiDeleted> deleted;

    RestApis(
            CurrentCaller caller,
            Ids ids,
            Clock clock,
            Revisions revisions,
            Event<RestApiCreated> created,
            Event<RestApiDeleted> deleted) {
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
        this.revisions = revisions;
        this.created = created;
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
        List<RestApi> found = find(
                        "accountId = ?1 and region = ?2 and id > ?3 order by id", who.accountId(), who.region(), after)
                .range(0, request.size())
                .list();
        return Page.of(found, request, RestApi::id);
    }

    RestApi create(CreateRestApi request) {
        check(request);
        String id = ids.chosenBy(request.tags());
        if (findByIdOptional(id).isPresent()) {
            throw ConflictException.of("API identifier " + id + ", chosen by tag, is taken");
        }
        RestApi api = new RestApi(id, ids.next(), caller.get(), request, clock.instant());
        persist(api);
        Revision revision = revisions.record(api, "CreateRestApi", Change.created("restapi", id, RestApiView.of(api)));
        created.fire(new RestApiCreated(api, revision));
        return api;
    }

    void delete(String apiId) {
        RestApi api = getLocked(apiId);
        Revision revision =
                revisions.record(api, "DeleteRestApi", Change.deleted("restapi", apiId, RestApiView.of(api)));
        deleted.fire(new RestApiDeleted(api, revision));
        delete(api);
    }

    /** The rules of CreateRestApi beyond its members' types, in AWS's order. */
    static void check(CreateRestApi request) {
        if (request.name().isBlank()) {
            throw BadRequestException.of("API Name cannot be blank");
        }
        if ("".equals(request.description())) {
            throw BadRequestException.of("Description cannot be an empty string");
        }
        checkCompression(request.minimumCompressionSize());
        EndpointType.of(request.endpointConfiguration());
        Tags.checked(request.tags());
        if (request.cloneFrom() != null && !request.cloneFrom().isEmpty()) {
            throw BadRequestException.of("cloneFrom is not supported by this version of Gatehouse");
        }
    }

    private static void checkCompression(@Nullable Integer size) {
        if (size != null && (size < 0 || size > MAX_COMPRESSION_SIZE)) {
            throw BadRequestException.of(
                    "Invalid minimum compression size, must be between 0 and " + MAX_COMPRESSION_SIZE);
        }
    }

    private NotFoundException unknown(String apiId) {
        return NotFoundException.restApi(caller.get().accountId(), apiId);
    }
}
