// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.gatehouse.control.Calls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/**
 * Calls to the management API that cost the caller little, so that many callers load the server and not the machine.
 *
 * @param client shared by all callers
 * @param server where the API is
 */
record Wire(HttpClient client, URI server) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What came back; the body is missing when it is empty. */
    record Answer(int status, JsonNode body) {}

    static Wire to(URI server) {
        return new Wire(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), server);
    }

    Answer call(String verb, String path, Map<String, ?> body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                    .method(verb, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
            Calls.signature(Calls.ACCOUNT, Calls.REGION).forEach(request::header);
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            JsonNode read = answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
            return new Answer(answer.statusCode(), read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in " + verb + " " + path, e);
        }
    }
}
