// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import io.gatehouse.control.aws.error.BadRequestException;
import java.util.function.Predicate;

/**
 * A stage while a list of patches is applied to it.
 *
 * @param stage what is patched
 * @param deploymentExists whether the stage's API has a deployment
 */
record StageEdit(Stage stage, Predicate<String> deploymentExists) {

    void serve(String deploymentId) {
        if (!deploymentExists.test(deploymentId)) {
            throw BadRequestException.of("Deployment id does not exist");
        }
        stage.serve(deploymentId);
    }

    void setVariable(String name, String value) {
        StageRules.checkVariable(name, value);
        stage.set(name, value);
    }
}
