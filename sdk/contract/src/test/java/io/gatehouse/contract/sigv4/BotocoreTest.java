// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.sigv4.SignedRequest.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Requests as botocore 1.43.11 (boto3, the AWS CLI) signed and sent them at a fixed time, header and presigned form. */
final class BotocoreTest {

    @Test
    void whatBotocoreSignsIsAcceptedAsItWasSent() {
        for (SignedRequest request : fixtures()) {
            assertThat(Signed.verifier().verify(request))
                    .as("%s?%s %s", request, request.rawQuery(), request.headers())
                    .isInstanceOf(Verdict.Accepted.class);
        }
    }

    @Test
    void whatBotocoreSignsIsNotAcceptedWithAnotherBodyOrPath() {
        for (SignedRequest request : fixtures()) {
            SignedRequest otherBody = new SignedRequest(
                    request.method(), request.rawPath(), request.rawQuery(), request.headers(), "0".repeat(64));
            SignedRequest otherPath = new SignedRequest(
                    request.method(),
                    "/b" + request.rawPath(),
                    request.rawQuery(),
                    request.headers(),
                    request.payloadSha256());
            assertThat(Signed.verifier().verify(otherBody)).isInstanceOf(Verdict.Refused.class);
            assertThat(Signed.verifier().verify(otherPath)).isInstanceOf(Verdict.Refused.class);
        }
    }

    private static SignedRequest fixture(
            String method, String path, @Nullable String query, String body, String... headers) {
        List<Header> lines = new ArrayList<>();
        for (String header : headers) {
            int colon = header.indexOf(": ");
            lines.add(new Header(header.substring(0, colon), header.substring(colon + 2)));
        }
        return new SignedRequest(method, path, query, lines, PayloadHash.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<SignedRequest> fixtures() {
        return List.of(
                fixture(
                        "GET",
                        "/tags/arn%3Aaws%3Aapigateway%3Aeu-west-1%3A%3A%2Frestapis%2Fabc",
                        "limit=5&position=a%2Fb%3D",
                        "",
                        "Host: localhost:4566",
                        "X-Amz-Date: 20261101T120000Z",
                        "Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261101/eu-west-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=e5e6123d4faaf2c845e04d70bdfdd3066917e3e99f2010dd78e9e8933182453d"),
                fixture(
                        "GET",
                        "/tags/arn%3Aaws%3Aapigateway%3Aeu-west-1%3A%3A%2Frestapis%2Fabc",
                        "limit=5&position=a%2Fb%3D&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20261101%2Feu-west-1%2Fexecute-api%2Faws4_request&X-Amz-Date=20261101T120000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=b9e41801f8cfd776ec5c7b2b60e1773de658d795a8b5a1a4a135f69fdb227e3d",
                        "",
                        "Host: localhost:4566"),
                fixture(
                        "POST",
                        "/restapis",
                        null,
                        "{\"name\":\"one\"}",
                        "Host: localhost:4566",
                        "Content-Type: application/json",
                        "Accept: application/json",
                        "X-Amz-Date: 20261101T120000Z",
                        "Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261101/eu-west-1/execute-api/aws4_request, SignedHeaders=accept;content-type;host;x-amz-date, Signature=28d64176c5c95ff1951a369df82c90ab9ec7bc8c259d9e623e640ca943b78559"),
                fixture(
                        "GET",
                        "/a//b/./c/../d/",
                        "x=1&x=0&empty=&bare&a-b=1&a=2",
                        "",
                        "Host: a.example",
                        "X-Amz-Date: 20261101T120000Z",
                        "Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261101/eu-west-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=493d4565c99d2fecfdd865b87c03b5519a4d0cc6e26d1a669be3994f2fcf9790"),
                fixture(
                        "GET",
                        "/a//b/./c/../d/",
                        "x=1&empty=&bare=&a-b=1&a=2&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20261101%2Feu-west-1%2Fexecute-api%2Faws4_request&X-Amz-Date=20261101T120000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=bda469631751eba1a3acafd22b3a2fd2ccbd7c4a18f00dbf355ad650f7ac792c",
                        "",
                        "Host: a.example"),
                fixture(
                        "GET",
                        "/prod/x",
                        "q=one+two&s=a%20b&low=%2f",
                        "",
                        "Host: a.example",
                        "X-Amz-Date: 20261101T120000Z",
                        "Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261101/eu-west-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=04f72717765c1b966063f538223a15ce0ef84095ac3e0c338ca42697af300f99"),
                fixture(
                        "GET",
                        "/prod/x",
                        "q=one%20two&s=a%20b&low=%2F&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20261101%2Feu-west-1%2Fexecute-api%2Faws4_request&X-Amz-Date=20261101T120000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=db4628b495b383f402d5c0e7a755bb9446448976fedd0a781daab3d818085728",
                        "",
                        "Host: a.example"),
                fixture(
                        "GET",
                        "/caf%C3%A9/%25/~t/(p)%20q",
                        null,
                        "",
                        "Host: a.example",
                        "X-Amz-Meta:   two   words\t here ",
                        "X-List: a, b",
                        "X-Amz-Date: 20261101T120000Z",
                        "Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261101/eu-west-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date;x-amz-meta;x-list, Signature=8c0ecadb1d6ef1e17514c4455c68eab0d8bfb6179ead50cdffc496c2b564c6dd"),
                fixture(
                        "GET",
                        "/caf%C3%A9/%25/~t/(p)%20q",
                        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20261101%2Feu-west-1%2Fexecute-api%2Faws4_request&X-Amz-Date=20261101T120000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host%3Bx-amz-meta%3Bx-list&X-Amz-Signature=2c3087ac5e3548071ad5b14b08cbd6dfb66d6c41b6848a00eeeef4943c2ef544",
                        "",
                        "Host: a.example",
                        "X-Amz-Meta:   two   words\t here ",
                        "X-List: a, b"),
                fixture(
                        "GET",
                        "/a/.",
                        null,
                        "",
                        "Host: a.example",
                        "X-Amz-Date: 20261101T120000Z",
                        "Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261101/eu-west-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=fbfb7ebdbb7c07a7037f2a2f6025b3d565b6f7e2a48eee308f38c716478c8598"),
                fixture(
                        "GET",
                        "/a/.",
                        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20261101%2Feu-west-1%2Fexecute-api%2Faws4_request&X-Amz-Date=20261101T120000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=56d95c18cf2ef62134ea553ff96328c351ed82d1977d6a2d2900599c58446f16",
                        "",
                        "Host: a.example"),
                fixture(
                        "DELETE",
                        "",
                        null,
                        "",
                        "Host: a.example",
                        "Date: Sun, 01 Nov 2026 12:00:00 -0000",
                        "Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261101/eu-west-1/execute-api/aws4_request, SignedHeaders=date;host, Signature=7bbc88f1f72976a9caa83e78a33ed6d5726ec733942ca8222e8653432ed5f5b9"),
                fixture(
                        "DELETE",
                        "",
                        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20261101%2Feu-west-1%2Fexecute-api%2Faws4_request&X-Amz-Date=20261101T120000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=date%3Bhost&X-Amz-Signature=78eeb619223758c06e1f1f5366aece7117da8479fcde34285b2a778cca63cc41",
                        "",
                        "Host: a.example",
                        "Date: whatever"));
    }
}
