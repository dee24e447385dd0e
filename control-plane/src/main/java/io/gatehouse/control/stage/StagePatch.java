// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import static io.gatehouse.control.patch.PatchOp.ADD;
import static io.gatehouse.control.patch.PatchOp.COPY;
import static io.gatehouse.control.patch.PatchOp.REMOVE;
import static io.gatehouse.control.patch.PatchOp.REPLACE;

import io.gatehouse.control.aws.error.BadRequestException;
import io.gatehouse.control.patch.PatchChange;
import io.gatehouse.control.patch.PatchTable;
import io.gatehouse.control.patch.PatchValue;
import java.util.List;

/**
 * The patch paths of stages. What cannot be done yet is refused rather than stored; what asks for the state that the stage
 * is in anyway is accepted. Source: developer guide, "Patch operations", UpdateStage.
 */
final class StagePatch {
    private static final PatchChange<StageEdit, Object> NOTHING = (edit, at, value) -> {};
    private static final List<String> METHOD_SETTINGS = List.of(
            "metrics/enabled",
            "logging/dataTrace",
            "logging/loglevel",
            "throttling/burstLimit",
            "throttling/rateLimit",
            "caching/ttlInSeconds",
            "caching/enabled",
            "caching/dataEncrypted",
            "caching/requireAuthorizationForCacheControl",
            "caching/unauthorizedCacheControlHeaderStrategy");
    private static final List<String> CANARY_SETTINGS =
            List.of("percentTraffic", "deploymentId", "useStageCache", "stageVariableOverrides/{name}");

    static final PatchTable<StageEdit> TABLE = table();

    private StagePatch() {}

    private static PatchTable<StageEdit> table() {
        PatchTable.Builder<StageEdit> table = PatchTable.of("UpdateStage", new StageWording());
        table.replace("/deploymentId", PatchValue.text(), StageEdit::serve)
                .on(COPY, "/deploymentId", noCanary(), NOTHING)
                .replace(
                        "/description",
                        PatchValue.text(),
                        (edit, text) -> edit.stage().describe(text))
                .replace(
                        "/variables/{name}",
                        PatchValue.text(),
                        (edit, at, value) -> edit.setVariable(at.get("name"), value))
                .add(
                        "/variables/{name}",
                        PatchValue.text(),
                        (edit, at, value) -> edit.setVariable(at.get("name"), value))
                .remove("/variables/{name}", (edit, at) -> edit.stage().unset(at.get("name")))
                .on(COPY, "/variables", noCanary(), NOTHING)
                .on(REPLACE, "/tracingEnabled", off("tracingEnabled"), NOTHING)
                .on(REPLACE, "/cacheClusterEnabled", off("cacheClusterEnabled"), NOTHING)
                .on(REPLACE, "/cacheClusterSize", unset("cacheClusterSize"), NOTHING)
                .on(REPLACE, "/clientCertificateId", unset("clientCertificateId"), NOTHING)
                .on(REPLACE, "/documentationVersion", unset("documentationVersion"), NOTHING);
        accessLog(table);
        canary(table);
        methodSettings(table);
        return table.build();
    }

    private static void accessLog(PatchTable.Builder<StageEdit> table) {
        PatchValue<Object> wrongPath = operation -> {
            throw BadRequestException.of("Invalid accessLogSettings path. Must be one of : "
                    + "[/accessLogSettings/destinationArn, /accessLogSettings/format]");
        };
        PatchValue<Object> notYet = operation -> {
            String value = operation.value();
            if (value == null || value.isEmpty()) {
                throw BadRequestException.of("Access Log value must not be empty");
            }
            throw StageRules.unsupported("accessLogSettings");
        };
        for (String member : List.of("destinationArn", "format")) {
            table.on(REPLACE, "/accessLogSettings/" + member, notYet, NOTHING)
                    .on(ADD, "/accessLogSettings/" + member, notYet, NOTHING);
        }
        table.on(REPLACE, "/accessLogSettings", wrongPath, NOTHING)
                .on(ADD, "/accessLogSettings", wrongPath, NOTHING)
                .remove("/accessLogSettings", (edit, at) -> {})
                .on(REPLACE, "/accessLogSettings/{other}", wrongPath, NOTHING)
                .on(ADD, "/accessLogSettings/{other}", wrongPath, NOTHING)
                .on(REMOVE, "/accessLogSettings/{other}", wrongPath, NOTHING);
    }

    private static void canary(PatchTable.Builder<StageEdit> table) {
        PatchValue<Object> notYet = operation -> {
            throw StageRules.unsupported("canarySettings");
        };
        CANARY_SETTINGS.forEach(member -> table.on(REPLACE, "/canarySettings/" + member, notYet, NOTHING));
        table.remove("/canarySettings", (edit, at) -> {});
    }

    private static void methodSettings(PatchTable.Builder<StageEdit> table) {
        PatchValue<Object> notYet = operation -> {
            throw StageRules.unsupported("methodSettings");
        };
        METHOD_SETTINGS.forEach(setting -> table.on(REPLACE, "/{resource+}/{verb}/" + setting, notYet, NOTHING));
        table.remove("/{resource+}/{verb}", (edit, at) -> {
            // The space at the end is AWS's.
            throw BadRequestException.of("Cannot remove method setting " + at.get("resource") + "/" + at.get("verb")
                    + " because there is no method setting for this method ");
        });
    }

    private static PatchValue<Object> noCanary() {
        return operation -> {
            throw BadRequestException.of("Promotion not available. Canary does not exist.");
        };
    }

    private static PatchValue<Object> off(String member) {
        return operation -> {
            if (Boolean.parseBoolean(operation.value())) {
                throw StageRules.unsupported(member);
            }
            return false;
        };
    }

    private static PatchValue<Object> unset(String member) {
        return operation -> {
            String value = operation.value();
            if (value != null && !value.isEmpty()) {
                throw StageRules.unsupported(member);
            }
            return "";
        };
    }
}
