// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** What a stage asks for and is served without, named in the log. */
final class ServedWithout {
    private static final Logger LOG = Logger.getLogger(ServedWithout.class);

    private ServedWithout() {}

    static void log(String apiId, StageView stage) {
        List<String> missing = of(stage);
        if (!missing.isEmpty()) {
            LOG.warnf(
                    "API %s, stage %s, deployment %s: is served without %s: this release does not honour what the stage"
                            + " asks for",
                    apiId, stage.stageName(), stage.deploymentId(), String.join(", ", missing));
        }
    }

    static List<String> of(StageView stage) {
        List<String> missing = new ArrayList<>();
        if (stage.cacheClusterEnabled() || any(stage, MethodSetting::cachingEnabled)) {
            missing.add("caching");
        }
        if (any(stage, ServedWithout::throttles)) {
            missing.add("throttling");
        }
        AccessLogSettings accessLog = stage.accessLogSettings();
        if (accessLog != null && (accessLog.format() == null || accessLog.destinationArn() == null)) {
            missing.add("access logs (they need both a format and a destination)");
        }
        return missing;
    }

    private static boolean any(StageView stage, Predicate<MethodSetting> asks) {
        return stage.methodSettings().values().stream().anyMatch(asks);
    }

    /** AWS's own limits stand in every block; they are not what the user asked for. */
    private static boolean throttles(MethodSetting setting) {
        boolean burst = setting.throttlingBurstLimit() >= 0
                && setting.throttlingBurstLimit() != MethodSetting.DEFAULT.throttlingBurstLimit();
        boolean rate = setting.throttlingRateLimit() >= 0
                && setting.throttlingRateLimit() != MethodSetting.DEFAULT.throttlingRateLimit();
        return burst || rate;
    }
}
