// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.type.Type;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JsonColumnIT {

    @Inject
    EntityManagerFactory factory;

    @Test
    void noColumnIsWrittenAndReadOnceMoreForACopyToCompareWith() {
        factory.unwrap(SessionFactoryImplementor.class).getMappingMetamodel().forEachEntityDescriptor(entity -> {
            Type[] types = entity.getPropertyTypes();
            assertThat(types).isNotEmpty();
            for (int i = 0; i < types.length; i++) {
                assertThat(types[i].isMutable())
                        .as("%s.%s", entity.getEntityName(), entity.getPropertyNames()[i])
                        .isFalse();
            }
        });
    }
}
