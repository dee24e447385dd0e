// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import java.util.List;
import java.util.stream.Stream;

/** All rules there are. */
final class Rules {

    static final List<Rule> ALL = Stream.of(
                    DependencyRules.all(),
                    PresenceRules.all(),
                    ControlPlaneRules.all(),
                    StyleRules.all(),
                    SizeRules.all(),
                    SourceRules.all())
            .flatMap(List::stream)
            .toList();

    private Rules() {}
}
