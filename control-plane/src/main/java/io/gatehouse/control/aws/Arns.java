// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.aws;

/**
 * Amazon Resource Names. Source: developer guide, "Amazon API Gateway resource ARN reference".
 * Management ARNs have no account; only the execution ARN of an API has one.
 */
public final class Arns {

    private static final String MANAGEMENT = "arn:aws:apigateway:";

    private Arns() {}

    /** A REST API, as tagging names it. */
    public static String restApi(String region, String restApiId) {
        return MANAGEMENT + region + "::/restapis/" + restApiId;
    }

    /** A stage, as tagging names it. */
    public static String stage(String region, String restApiId, String stageName) {
        return restApi(region, restApiId) + "/stages/" + stageName;
    }

    /** What a policy says of calls to an API, without stage, verb and path. */
    public static String executeApi(Caller caller, String restApiId) {
        return "arn:aws:execute-api:" + caller.region() + ":" + caller.accountId() + ":" + restApiId;
    }
}
