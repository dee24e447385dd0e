// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import java.util.regex.Pattern;

/**
 * Reads the ARN that a stage's access log goes to: a log group of CloudWatch Logs, or a delivery stream of Kinesis Data Firehose.
 * Source: developer guide, "Setting up CloudWatch logging for a REST API in API Gateway" and "Logging API calls to Kinesis Data
 * Firehose".
 */
public final class LogDestination {
    private static final int ARN_PARTS = 6;
    private static final String GROUP = "log-group:";
    private static final String STREAM = "deliverystream/";
    private static final String STREAM_NAME = "amazon-apigateway-";
    private static final Pattern GROUP_NAME = Pattern.compile("[a-zA-Z0-9_/.#-]{1,512}");
    private static final Pattern STREAM_REST = Pattern.compile("[a-zA-Z0-9_.-]{1,46}");

    private LogDestination() {}

    /**
     * The name of the log that the ARN stands for: the log group's, or the delivery stream's without what all of them begin with.
     *
     * @throws IllegalArgumentException in AWS's words, when it is none
     */
    public static String logName(String arn) {
        String[] parts = arn.split(":", ARN_PARTS);
        if (!parts[0].equals("arn")) {
            throw new IllegalArgumentException(
                    "Invalid ARN specified in the request. ARNs must start with 'arn:': " + arn);
        }
        if (parts.length < ARN_PARTS) {
            throw new IllegalArgumentException("Invalid ARN specified in the request: " + arn);
        }
        String resource = parts[ARN_PARTS - 1];
        return switch (parts[2]) {
            case "logs" -> group(arn, resource);
            case "firehose" -> stream(arn, resource);
            default -> throw unusable(arn);
        };
    }

    private static String group(String arn, String resource) {
        if (!resource.startsWith(GROUP)) {
            throw unusable(arn);
        }
        String name = resource.substring(GROUP.length());
        if (!GROUP_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Access log destination must only contain characters a-z, A-Z, 0-9, '_', '-', '/', '.': '"
                            + resource + "'");
        }
        return name;
    }

    private static String stream(String arn, String resource) {
        if (!resource.startsWith(STREAM + STREAM_NAME)) {
            throw unusable(arn);
        }
        String name = resource.substring(STREAM.length() + STREAM_NAME.length());
        if (!STREAM_REST.matcher(name).matches()) {
            throw unusable(arn);
        }
        return name;
    }

    private static IllegalArgumentException unusable(String arn) {
        return new IllegalArgumentException("Access log destination must be a CloudWatch Logs log group"
                + " (arn:aws:logs:REGION:ACCOUNT:log-group:NAME) or a Firehose delivery stream"
                + " (arn:aws:firehose:REGION:ACCOUNT:deliverystream/amazon-apigateway-NAME): " + arn);
    }
}
