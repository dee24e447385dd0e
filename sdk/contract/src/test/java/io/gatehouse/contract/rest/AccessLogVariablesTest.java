// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.contract.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AccessLogVariablesTest {
    private static final Path PAGE = Path.of("..", "..", "src", "docs", "observability.md");
    private static final Pattern VARIABLE = Pattern.compile("`\\$context\\.([\\w.*]+)`");

    @Test
    void thePageListsTheVariablesThatThereAre() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("\n### Variables\n");
        String section = page.substring(start, page.indexOf("\n### ", start + 1));
        List<String> listed =
                VARIABLE.matcher(section).results().map(found -> found.group(1)).toList();

        Set<String> known = new TreeSet<>(AccessLogVariables.names());
        AccessLogVariables.groups().forEach(group -> known.add(group + "*"));
        assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void aNameOfTheApisOwnBelongsToTheLongestGroup() {
        assertThat(AccessLogVariables.groupOf("authorizer.claims.email")).isEqualTo("authorizer.claims.");
        assertThat(AccessLogVariables.groupOf("authorizer.tenant")).isEqualTo("authorizer.");
        assertThat(AccessLogVariables.groupOf("identity.sourceIp")).isNull();
    }
}
