# Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
"""Calls every operation that exists and holds each answer, as it is on the wire, against botocore's model of it.

Output: {"called": [operation], "problems": [text], "members": {operation: [member on the wire]}}.
"""
import json
import sys

import boto3

client = boto3.client("apigateway")
model = client.meta.service_model
called, problems, members = [], [], {}
JSON_TYPES = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "long": int,
    "double": (int, float),
    "float": (int, float),
    "timestamp": (int, float),
    "structure": dict,
    "map": dict,
    "list": list,
}


def check(where, shape, value):
    """Notes each member that the model does not have, and each value that is not of the model's type."""
    wanted = JSON_TYPES.get(shape.type_name)
    right = wanted is None or isinstance(value, wanted)
    if isinstance(value, bool) and shape.type_name != "boolean":
        right = False
    if not right:
        problems.append(f"{where}: {value!r} is no {shape.type_name}")
        return
    if shape.type_name == "structure":
        known = {member.serialization.get("name", name): member for name, member in shape.members.items()}
        for name, inner in value.items():
            if name in known:
                check(f"{where}.{name}", known[name], inner)
            else:
                problems.append(f"{where}: the model has no member {name}")
        for name in shape.required_members:
            if shape.members[name].serialization.get("name", name) not in value:
                problems.append(f"{where}: the required member {name} is missing")
    elif shape.type_name == "map":
        for key, inner in value.items():
            check(f"{where}[{key}]", shape.value, inner)
    elif shape.type_name == "list":
        for index, inner in enumerate(value):
            check(f"{where}[{index}]", shape.member, inner)


def look(operation_model, response_dict, **_):
    operation = operation_model.name
    called.append(operation)
    status = response_dict["status_code"]
    expected = operation_model.http.get("responseCode", 200)
    if status != expected:
        problems.append(f"{operation}: status {status}, not {expected}: {response_dict['body']!r}")
        return
    if not response_dict["headers"].get("x-amzn-requestid"):
        problems.append(f"{operation}: no x-amzn-RequestId header")
    body = response_dict["body"]
    if operation_model.output_shape is None:
        if body:
            problems.append(f"{operation}: a body where there is none: {body!r}")
        return
    answer = json.loads(body)
    members[operation] = sorted(set(members.get(operation, [])) | set(answer))
    check(operation, operation_model.output_shape, answer)


client.meta.events.register("before-parse.api-gateway", look)

api = client.create_rest_api(
    name="model", description="all operations", endpointConfiguration={"types": ["REGIONAL"]}, tags={"team": "blue"}
)["id"]
client.get_rest_api(restApiId=api)
client.get_rest_apis()
root = client.get_resources(restApiId=api)["items"][0]["id"]
made = client.create_resource(restApiId=api, parentId=root, pathPart="users")["id"]
method = {"restApiId": api, "resourceId": made, "httpMethod": "GET"}
client.put_method(**method, authorizationType="NONE", requestParameters={"method.request.querystring.q": False})
client.put_method_response(
    **method,
    statusCode="200",
    responseParameters={"method.response.header.X-A": False},
    responseModels={"application/json": "Empty"},
)
client.put_integration(
    **method,
    type="HTTP",
    integrationHttpMethod="GET",
    uri="http://users.example/users",
    requestParameters={"integration.request.querystring.q": "method.request.querystring.q"},
    requestTemplates={"application/json": "{}"},
)
client.put_integration_response(
    **method,
    statusCode="200",
    selectionPattern="",
    responseParameters={"method.response.header.X-A": "'a'"},
    responseTemplates={"application/json": ""},
)
client.get_method(**method)
client.get_integration(**method)
client.get_resource(restApiId=api, resourceId=made, embed=["methods"])
client.get_resources(restApiId=api, embed=["methods"])
deployment = client.create_deployment(restApiId=api, description="first")["id"]
client.get_deployment(restApiId=api, deploymentId=deployment)
client.get_deployments(restApiId=api)
client.create_stage(restApiId=api, stageName="test", deploymentId=deployment, variables={"a": "b"})
client.get_stage(restApiId=api, stageName="test")
client.get_stages(restApiId=api, deploymentId=deployment)
client.update_stage(
    restApiId=api, stageName="test", patchOperations=[{"op": "replace", "path": "/variables/a", "value": "c"}]
)
client.delete_rest_api(restApiId=api)
json.dump({"called": sorted(set(called)), "problems": problems, "members": members}, sys.stdout)
