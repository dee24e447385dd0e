// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.restapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.contract.rest.FrozenApi;
import io.gatehouse.contract.rest.FrozenModel;
import io.gatehouse.contract.rest.FrozenResource;
import io.gatehouse.contract.rest.Owner;
import io.gatehouse.control.aws.Caller;
import io.gatehouse.control.json.JsonColumn;
import io.gatehouse.control.revision.Revisioned;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A REST API. Its row is locked first by everything that changes something of the API. */
@Entity
@Table(name = "rest_api")
public class RestApi implements Revisioned {
    @Id
    String id;

    String accountId;
    String region;
    String name;

    @Nullable
    String description;

    @Nullable
    String version;

    String apiKeySource;

    @Convert(converter = JsonColumn.Texts.class)
    List<String> binaryMediaTypes;

    @Nullable
    Integer minimumCompressionSize;

    String endpointType;
    String ipAddressType;

    @Convert(converter = JsonColumn.Texts.class)
    List<String> vpcEndpointIds;

    @Nullable
    String policy;

    boolean disableExecuteApiEndpoint;

    @Convert(converter = JsonColumn.TextMap.class)
    Map<String, String> tags;

    @Nullable
    String securityPolicy;

    @Nullable
    String endpointAccessMode;

    String rootResourceId;
    long revision;
    Instant createdDate;

    @SuppressWarnings("NullAway.Init")
    protected RestApi() {}

    /** A new API of the caller as a checked request describes it. */
    RestApi(String id, String rootResourceId, Caller caller, CreateRestApi request, Instant now) {
        EndpointType endpoint = EndpointType.of(request.endpointConfiguration());
        this.id = id;
        this.accountId = caller.accountId();
        this.region = caller.region();
        this.name = request.name();
        this.description = request.description();
        this.version = request.version();
        this.apiKeySource = request.apiKeySource() == null ? "HEADER" : request.apiKeySource();
        this.binaryMediaTypes = request.binaryMediaTypes() == null ? List.of() : distinct(request.binaryMediaTypes());
        this.minimumCompressionSize = request.minimumCompressionSize();
        this.endpointType = endpoint.type();
        this.ipAddressType = endpoint.ipAddressType();
        this.vpcEndpointIds = endpoint.vpcEndpointIds();
        this.policy = policyOf(request, caller, id);
        this.disableExecuteApiEndpoint = Boolean.TRUE.equals(request.disableExecuteApiEndpoint());
        this.tags = request.tags() == null ? Map.of() : request.tags();
        this.securityPolicy = request.securityPolicy();
        this.endpointAccessMode = request.endpointAccessMode();
        this.rootResourceId = rootResourceId;
        this.createdDate = now;
    }

    private static @Nullable String policyOf(CreateRestApi request, Caller caller, String id) {
        ObjectNode policy = PolicyDocument.parsed(request.policy());
        return policy == null ? null : PolicyDocument.expanded(policy, caller, id);
    }

    private static List<String> distinct(Collection<String> texts) {
        return List.copyOf(new LinkedHashSet<>(texts));
    }

    /**
     * What of this API a copy of it has.
     *
     * @param request what the copy's creator says; it goes before what is here. Tags are the copy's own
     * @param copyId the copy's identifier, which the copied policy names
     */
    CreateRestApi copiedInto(CreateRestApi request, Caller caller, String copyId) {
        return new CreateRestApi(
                request.name(),
                request.description() == null ? description : request.description(),
                request.version() == null ? version : request.version(),
                request.cloneFrom(),
                request.binaryMediaTypes() == null ? binaryMediaTypes : request.binaryMediaTypes(),
                request.minimumCompressionSize() == null ? minimumCompressionSize : request.minimumCompressionSize(),
                request.apiKeySource() == null ? apiKeySource : request.apiKeySource(),
                request.endpointConfiguration() == null ? endpointConfiguration() : request.endpointConfiguration(),
                request.policy() == null && policy != null
                        ? PolicyDocument.moved(policy, caller, id, copyId)
                        : request.policy(),
                request.tags(),
                request.disableExecuteApiEndpoint() == null
                        ? (Boolean) disableExecuteApiEndpoint
                        : request.disableExecuteApiEndpoint(),
                request.securityPolicy() == null ? securityPolicy : request.securityPolicy(),
                request.endpointAccessMode() == null ? endpointAccessMode : request.endpointAccessMode());
    }

    /** Takes over a draft that a whole list of patches went into, once it is checked. */
    void take(RestApiEdit edit, EndpointType endpoint) {
        this.name = edit.name;
        this.description = edit.description;
        this.version = edit.version;
        this.apiKeySource = edit.apiKeySource;
        this.binaryMediaTypes = List.copyOf(edit.binaryMediaTypes);
        this.minimumCompressionSize = edit.minimumCompressionSize;
        this.endpointType = endpoint.type();
        this.ipAddressType = endpoint.ipAddressType();
        this.vpcEndpointIds = endpoint.vpcEndpointIds();
        this.policy = edit.policy();
        this.disableExecuteApiEndpoint = edit.disableExecuteApiEndpoint;
        this.securityPolicy = edit.securityPolicy;
        this.endpointAccessMode = edit.endpointAccessMode;
    }

    EndpointConfiguration endpointConfiguration() {
        return new EndpointConfiguration(
                List.of(endpointType), ipAddressType, vpcEndpointIds.isEmpty() ? null : vpcEndpointIds);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public long nextRevision() {
        return ++revision;
    }

    /** The number of the newest revision. */
    public long revision() {
        return revision;
    }

    /** The resource {@code /}. */
    public String rootResourceId() {
        return rootResourceId;
    }

    /** Whose it is. */
    public Owner owner() {
        return new Owner(accountId, region);
    }

    /** The API's definition with the parts that other nouns froze. */
    public FrozenApi frozen(List<FrozenResource> resources, List<FrozenModel> models) {
        return new FrozenApi(
                FrozenApi.CURRENT_FORMAT,
                id,
                name,
                apiKeySource,
                disableExecuteApiEndpoint,
                binaryMediaTypes,
                minimumCompressionSize,
                policy,
                resources,
                models,
                // No noun of these two exists yet.
                List.of(),
                List.of());
    }
}
