// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import io.gatehouse.control.aws.gate.ManagementAccess;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;

/**
 * What the program prints when it is ready: where it is, and for each client what to paste.
 *
 * @param version the program's version
 * @param host the address it listens on
 * @param port the bound port for tools
 * @param traffic the bound port for traffic
 * @param dataDirectory absolute path of the data directory
 * @param database address of the database, without a password
 * @param access who may call the management API
 * @param took from the start of the process to now
 */
record StartBlock(
        String version,
        String host,
        int port,
        Traffic traffic,
        String dataDirectory,
        String database,
        ManagementAccess access,
        Duration took) {

    /**
     * What the port for traffic speaks.
     *
     * @param tls whether it shows a certificate
     */
    record Traffic(int port, boolean tls) {}

    private static final String BOLD = "\u001B[1m";
    private static final String PLAIN = "\u001B[0m";

    /** The block, without a line break at its end. */
    String text(boolean colours) {
        String endpoint = "http://" + reachable() + ":" + port;
        String title = "Gatehouse " + version + " is ready after " + seconds();
        return """
                %s

                  endpoint   %s
                  traffic    %s
                  data       %s
                  database   %s
                  security   %s

                  boto3      boto3.client('apigateway', endpoint_url='%s', region_name='us-east-1', \
                aws_access_key_id='test', aws_secret_access_key='test')
                  AWS CLI    AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=us-east-1 \
                aws --endpoint-url %s apigateway get-rest-apis
                  Terraform  provider "aws" {
                               region                      = "us-east-1"
                               access_key                  = "test"
                               secret_key                  = "test"
                               skip_credentials_validation = true
                               skip_requesting_account_id  = true
                               endpoints {
                                 apigateway = "%s"
                               }
                             }

                Ctrl-C stops it.""".formatted(
                        colours ? BOLD + title + PLAIN : title,
                        endpoint,
                        (traffic.tls() ? "https://" : "http://") + reachable() + ":" + traffic.port(),
                        dataDirectory,
                        database,
                        access.describe(),
                        endpoint,
                        endpoint,
                        endpoint);
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.2f s", took.toMillis() / 1000.0);
    }

    /** A name that a client on this machine can use for the address. */
    private String reachable() {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (address.isAnyLocalAddress() || address.isLoopbackAddress()) {
                return "localhost";
            }
        } catch (UnknownHostException e) {
            // It is bound, so the name means something to this machine; show it as it was given.
            return host;
        }
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }
}
