// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code gatehouse run}: starts the server and stays in the foreground until it is told to stop. */
@Command(
        name = "run",
        description = "Starts the gateway and stays in the foreground (the default).",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RunCommand implements Callable<Integer> {
    @Mixin
    private final RunFlags flags = new RunFlags();

    @ParentCommand
    private @Nullable Gatehouse gatehouse;

    /** The flags before and after the word {@code run}; the later ones win. */
    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        if (gatehouse != null) {
            properties.putAll(gatehouse.properties());
        }
        properties.putAll(flags.properties());
        return properties;
    }

    @Override
    public Integer call() {
        flags.refuseWhatIsNotThere();
        return Server.run(properties());
    }
}
