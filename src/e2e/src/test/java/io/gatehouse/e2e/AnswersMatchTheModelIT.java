// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.testkit.GatehouseProgram;
import io.gatehouse.testkit.GatehouseTest;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every answer of the management API has the members, types and status that botocore's model of API Gateway has. */
@Needs(Client.BOTO3)
@GatehouseTest
final class AnswersMatchTheModelIT {
    private static JsonNode report = new ObjectMapper().createObjectNode();

    @BeforeAll
    static void callEveryOperation(GatehouseProgram program) throws Exception {
        report = new ObjectMapper().readTree(Client.python(program, "clients/check_answers.py", ""));
    }

    @Test
    void noAnswerDiffersFromTheModel() {
        assertThat(texts(report.get("problems"))).isEmpty();
    }

    @Test
    void everyOperationThatExistsWasCalled() {
        assertThat(texts(report.get("called")))
                .containsExactlyInAnyOrder(
                        "CreateDeployment",
                        "CreateResource",
                        "CreateRestApi",
                        "CreateStage",
                        "DeleteRestApi",
                        "GetDeployment",
                        "GetDeployments",
                        "GetIntegration",
                        "GetMethod",
                        "GetResource",
                        "GetResources",
                        "GetRestApi",
                        "GetRestApis",
                        "GetStage",
                        "GetStages",
                        "PutIntegration",
                        "PutIntegrationResponse",
                        "PutMethod",
                        "PutMethodResponse",
                        "UpdateStage");
    }

    @Test
    void answersHoldWhatAwsSendsAndNothingElse() {
        assertThat(members("CreateDeployment")).containsExactlyInAnyOrder("id", "createdDate", "description");
        assertThat(members("CreateResource")).containsExactlyInAnyOrder("id", "parentId", "pathPart", "path");
        assertThat(members("PutMethod"))
                .containsExactlyInAnyOrder("httpMethod", "authorizationType", "apiKeyRequired", "requestParameters");
        assertThat(members("PutMethodResponse"))
                .containsExactlyInAnyOrder("statusCode", "responseParameters", "responseModels");
        assertThat(members("PutIntegrationResponse"))
                .containsExactlyInAnyOrder("statusCode", "selectionPattern", "responseParameters", "responseTemplates");
        assertThat(members("PutIntegration"))
                .contains(
                        "type",
                        "httpMethod",
                        "uri",
                        "connectionType",
                        "passthroughBehavior",
                        "timeoutInMillis",
                        "cacheNamespace",
                        "cacheKeyParameters");
        assertThat(members("CreateRestApi"))
                .contains("id", "name", "description", "createdDate", "apiKeySource", "endpointConfiguration", "tags");
        assertThat(members("CreateStage"))
                .containsExactlyInAnyOrder(
                        "deploymentId",
                        "stageName",
                        "cacheClusterEnabled",
                        "cacheClusterStatus",
                        "methodSettings",
                        "variables",
                        "tracingEnabled",
                        "createdDate",
                        "lastUpdatedDate");
        assertThat(members("GetStages")).containsExactly("item");
        assertThat(members("GetResources")).containsExactly("item");
    }

    private static List<String> members(String operation) {
        return texts(report.get("members").get(operation));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
