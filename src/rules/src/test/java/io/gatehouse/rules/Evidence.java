// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.function.Supplier;

/** What rules are checked against: the project, or an example. Classes are read when the first rule asks for them. */
final class Evidence {

    private final List<SourceFile> sources;
    private final Supplier<JavaClasses> reader;
    private volatile @org.jspecify.annotations.Nullable JavaClasses classes;

    Evidence(List<SourceFile> sources, Supplier<JavaClasses> reader) {
        this.sources = List.copyOf(sources);
        this.reader = reader;
    }

    List<SourceFile> sources() {
        return sources;
    }

    synchronized JavaClasses classes() {
        JavaClasses known = classes;
        if (known == null) {
            known = reader.get();
            classes = known;
        }
        return known;
    }
}
