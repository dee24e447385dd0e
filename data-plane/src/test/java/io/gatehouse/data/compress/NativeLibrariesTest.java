// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.util.ZstdVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A native executable has the libraries in it, and loads them where it runs. */
class NativeLibrariesTest {
    private static final String FOLDER = "/META-INF/native-image/io.gatehouse/data-plane/";

    private static boolean isListed(String resource) throws IOException {
        try (InputStream in = NativeLibrariesTest.class.getResourceAsStream(FOLDER + "reachability-metadata.json")) {
            List<String> globs =
                    new ObjectMapper().readTree(in).get("resources").findValuesAsText("glob");
            return globs.stream()
                    .anyMatch(glob -> FileSystems.getDefault()
                            .getPathMatcher("glob:" + glob)
                            .matches(Path.of(resource)));
        }
    }

    @Test
    void theLibrariesOfTheUsualSystemsAreListed() throws IOException {
        assertThat(isListed("lib/linux-x86_64/libbrotli.so")).isTrue();
        assertThat(isListed("lib/osx-aarch64/libbrotli.dylib")).isTrue();
        String zstd = "libzstd-jni-" + ZstdVersion.VERSION;
        for (String resource : List.of(
                "linux/amd64/" + zstd + ".so", "linux/aarch64/" + zstd + ".so", "darwin/aarch64/" + zstd + ".dylib")) {
            assertThat(getClass().getResource('/' + resource)).as(resource).isNotNull();
            assertThat(isListed(resource)).as(resource).isTrue();
        }
    }

    @Test
    void whateverAsksALibraryWhenItIsInitializedDoesSoAtRunTime() throws IOException {
        Properties options = new Properties();
        try (InputStream in = getClass().getResourceAsStream(FOLDER + "native-image.properties")) {
            options.load(in);
        }
        String names = options.getProperty("Args");
        assertThat(names).startsWith("--initialize-at-run-time=").doesNotContain(" ");
        List<String> listed = List.of(names.substring(names.indexOf('=') + 1).split(","));
        assertThat(listed).contains("com.aayushatharva.brotli4j.Brotli4jLoader", "com.github.luben.zstd");
        for (String name : listed) {
            if (!name.equals("com.github.luben.zstd")) {
                assertThatCode(() -> Class.forName(name, false, getClass().getClassLoader()))
                        .doesNotThrowAnyException();
            }
        }
    }
}
