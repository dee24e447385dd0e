// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the chosen database before Quarkus, and tells Quarkus where it is. Found through the service loader. */
public final class TestDatabaseResource implements QuarkusTestResourceLifecycleManager {
    private TestDatabase.@Nullable Running running;

    @Override
    public Map<String, String> start() {
        try {
            running = TestDatabase.chosen().start();
        } catch (Exception e) {
            throw new IllegalStateException("The database for the tests does not start", e);
        }
        return running.settings();
    }

    @Override
    public void stop() {
        if (running == null) {
            return;
        }
        try {
            running.server().close();
        } catch (Exception e) {
            throw new IllegalStateException("The database for the tests does not stop", e);
        }
    }
}
