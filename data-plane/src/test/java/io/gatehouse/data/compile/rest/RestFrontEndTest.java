// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compile.rest;

import static io.gatehouse.data.compile.rest.Frozen.integration;
import static io.gatehouse.data.compile.rest.Frozen.method;
import static io.gatehouse.data.compile.rest.Frozen.resource;
import static io.gatehouse.data.compile.rest.Frozen.response;
import static io.gatehouse.data.compile.rest.Frozen.stage;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.rest.FrozenMethod;
import io.gatehouse.contract.rest.StageSnapshot;
import io.gatehouse.contract.served.ApiIdentity;
import io.gatehouse.contract.served.AuthorizationSpec;
import io.gatehouse.contract.served.FaultKind;
import io.gatehouse.contract.served.IntegrationSpec;
import io.gatehouse.contract.served.IntegrationSpec.ContentHandling;
import io.gatehouse.contract.served.IntegrationSpec.HttpTarget;
import io.gatehouse.contract.served.IntegrationSpec.Passthrough;
import io.gatehouse.contract.served.IntegrationSpec.ResponseMapping;
import io.gatehouse.contract.served.PathMatcher;
import io.gatehouse.contract.served.PathMatcher.Segment;
import io.gatehouse.contract.served.Route;
import io.gatehouse.contract.served.ServedApi;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RestFrontEndTest {
    private final RestFrontEnd frontEnd = new RestFrontEnd();

    @Test
    void aStageBecomesAnApiWithItsIdentityVariablesAndBinaryTypes() {
        ServedApi api = frontEnd.lower(stage(resource("/")));
        assertThat(api.identity())
                .isEqualTo(new ApiIdentity("123456789012", "eu-west-1", "a1b2c3d4e5", "prod", "dep1", null));
        assertThat(api.variables()).isEqualTo(Map.of("colour", "blue"));
        assertThat(api.binaryMediaTypes()).containsExactly("image/png");
        assertThat(api.routes()).isEmpty();
    }

    @Test
    void aMethodBecomesARouteOfItsResource() {
        Route route = only(stage(resource("/pets/{petId}/{rest+}", method("GET"))));
        assertThat(route.id()).isEqualTo("id/pets/{petId}/{rest+}");
        assertThat(route.template()).isEqualTo("/pets/{petId}/{rest+}");
        assertThat(route.verb()).isEqualTo("GET");
        assertThat(route.path())
                .isEqualTo(new PathMatcher.Segments(List.of(
                        new Segment.Literal("pets"), new Segment.Variable("petId"), new Segment.Greedy("rest"))));
    }

    @Test
    void anyAnswersAllVerbs() {
        assertThat(only(stage(resource("/", method("ANY")))).verb()).isNull();
    }

    @Test
    void rankIsLiteralBeforeVariableBeforeGreedyAndAVerbBeforeAny() {
        ServedApi api = frontEnd.lower(stage(
                resource("/{proxy+}", method("ANY"), method("GET")),
                resource("/{a}/x", method("GET")),
                resource("/pets/{id}", method("ANY"), method("GET")),
                resource("/pets/{rest+}", method("GET")),
                resource("/pets/cat", method("GET"))));
        assertThat(api.routes().stream()
                        .sorted(Comparator.comparingInt(Route::rank))
                        .map(RestFrontEndTest::text))
                .containsExactly(
                        "GET /pets/cat",
                        "GET /pets/{id}",
                        "ANY /pets/{id}",
                        "GET /pets/{rest+}",
                        "GET /{a}/x",
                        "GET /{proxy+}",
                        "ANY /{proxy+}");
    }

    @Test
    void whoMayCallFollowsTheAuthorizationType() {
        assertThat(authorization("NONE", false)).isEqualTo(new AuthorizationSpec.Open());
        assertThat(authorization("AWS_IAM", false)).isEqualTo(new AuthorizationSpec.Signed());
    }

    @Test
    void anAuthorizerThatCannotBeAskedClosesTheRoute() {
        for (String type : List.of("CUSTOM", "COGNITO_USER_POOLS")) {
            assertThat(closed(authorization(type, false)).fault()).isEqualTo(FaultKind.AUTHORIZER_CONFIGURATION_ERROR);
            assertThat(closed(authorization(type, true)).reason()).contains(type);
        }
    }

    @Test
    void aRequiredApiKeyClosesTheRoute() {
        assertThat(closed(authorization("NONE", true)).fault()).isEqualTo(FaultKind.INVALID_API_KEY);
        assertThat(closed(authorization("AWS_IAM", true)).fault()).isEqualTo(FaultKind.INVALID_API_KEY);
    }

    @Test
    void aResourcePolicyClosesEveryRoute() {
        StageSnapshot stage = stage(Frozen.api("{\"Version\":\"2012-10-17\"}", false, resource("/", method("GET"))));
        assertThat(closed(only(stage).authorization()).fault()).isEqualTo(FaultKind.ACCESS_DENIED);
    }

    @Test
    void aDisabledEndpointClosesEveryRoute() {
        StageSnapshot stage = stage(Frozen.api(null, true, resource("/", method("GET"))));
        assertThat(only(stage).authorization()).isInstanceOf(AuthorizationSpec.Closed.class);
    }

    @Test
    void anHttpIntegrationKeepsItsMappings() {
        IntegrationSpec.HttpMapped http = (IntegrationSpec.HttpMapped)
                lowered(method("GET", "NONE", false, integration("HTTP", response("200", null))));
        assertThat(http.target()).isEqualTo(new HttpTarget("POST", "http://backend:8080/x", 1500, false));
        assertThat(http.request().parameters()).isEqualTo(Map.of("integration.request.header.A", "'b'"));
        assertThat(http.request().passthrough()).isEqualTo(Passthrough.WHEN_NO_TEMPLATES);
        assertThat(http.request().contentHandling()).isEqualTo(ContentHandling.CONVERT_TO_TEXT);
        assertThat(http.responses())
                .containsExactly(new ResponseMapping(
                        200, null, Map.of("X-A", "'1'"), Map.of("application/json", "t"), null, true));
    }

    @Test
    void anHttpProxyOfAnyVerbRepeatsTheClients() {
        IntegrationSpec.HttpProxy proxy = (IntegrationSpec.HttpProxy)
                lowered(method("ANY", "NONE", false, integration("HTTP_PROXY", "ANY", "INTERNET")));
        assertThat(proxy.target().verb()).isNull();
    }

    @Test
    void patternsComeFirstByStatusAndTheDefaultLast() {
        IntegrationSpec.Mock mock = (IntegrationSpec.Mock) lowered(method(
                "GET",
                "NONE",
                false,
                integration("MOCK", response("200", ""), response("500", "5\\d{2}"), response("404", "4\\d{2}"))));
        assertThat(mock.responses()).extracting(ResponseMapping::status).containsExactly(404, 500, 200);
        assertThat(mock.responses()).extracting(ResponseMapping::pattern).containsExactly("4\\d{2}", "5\\d{2}", null);
        assertThat(mock.responses()).extracting(ResponseMapping::declared).containsExactly(false, false, true);
    }

    @Test
    void aPatternThatIsNoRegularExpressionIsNeverChosen() {
        IntegrationSpec.Mock mock = (IntegrationSpec.Mock) lowered(
                method("GET", "NONE", false, integration("MOCK", response("404", "4(\\d"), response("200", null))));
        assertThat(mock.responses()).extracting(ResponseMapping::status).containsExactly(200);
    }

    @Test
    void whatCannotBeServedSaysWhy() {
        assertThat(unserved(method("GET", "NONE", false, null))).contains("no integration");
        assertThat(unserved(method("GET", "NONE", false, integration("AWS_PROXY"))))
                .contains("AWS_PROXY");
        assertThat(unserved(method("GET", "NONE", false, integration("HTTP", "GET", "VPC_LINK"))))
                .contains("VPC_LINK");
    }

    private Route only(StageSnapshot stage) {
        List<Route> routes = frontEnd.lower(stage).routes();
        assertThat(routes).hasSize(1);
        return routes.getFirst();
    }

    private IntegrationSpec lowered(FrozenMethod method) {
        return only(stage(resource("/", method))).integration();
    }

    private String unserved(FrozenMethod method) {
        return ((IntegrationSpec.Unserved) lowered(method)).reason();
    }

    private AuthorizationSpec authorization(String type, boolean keyRequired) {
        return only(stage(resource("/", method("GET", type, keyRequired, integration("MOCK")))))
                .authorization();
    }

    private static AuthorizationSpec.Closed closed(AuthorizationSpec spec) {
        return (AuthorizationSpec.Closed) spec;
    }

    private static String text(Route route) {
        return (route.verb() == null ? "ANY" : route.verb()) + " " + route.template();
    }
}
