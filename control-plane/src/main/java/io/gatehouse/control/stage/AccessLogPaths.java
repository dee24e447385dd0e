// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.stage;

import static io.gatehouse.control.patch.PatchOp.ADD;
import static io.gatehouse.control.patch.PatchOp.REMOVE;
import static io.gatehouse.control.patch.PatchOp.REPLACE;

import io.gatehouse.contract.rest.AccessLogFormat;
import io.gatehouse.contract.rest.LogDestination;
import io.gatehouse.control.patch.PatchSetter;
import io.gatehouse.control.patch.PatchTable;
import io.gatehouse.control.patch.PatchValue;

/** The patch paths of where and how a stage logs its traffic. Wrong ones have words of their own at AWS. */
final class AccessLogPaths {
    private static final String WRONG_PATH = "Invalid accessLogSettings path. Must be one of : "
            + "[/accessLogSettings/destinationArn, /accessLogSettings/format]";

    private AccessLogPaths() {}

    static void addTo(PatchTable.Builder<StageEdit> table) {
        member(table, "/accessLogSettings/destinationArn", (edit, value) -> {
            StageRules.checkAccessLog(LogDestination::logName, value);
            edit.accessLogDestination = value;
        });
        member(table, "/accessLogSettings/format", (edit, value) -> {
            StageRules.checkAccessLog(AccessLogFormat::parseForStage, value);
            edit.accessLogFormat = value;
        });
        table.remove("/accessLogSettings", (edit, at) -> {
                    edit.accessLogDestination = null;
                    edit.accessLogFormat = null;
                })
                .refuse(REPLACE, "/accessLogSettings", WRONG_PATH)
                .refuse(ADD, "/accessLogSettings", WRONG_PATH)
                .refuse(REPLACE, "/accessLogSettings/{other}", WRONG_PATH)
                .refuse(ADD, "/accessLogSettings/{other}", WRONG_PATH)
                .refuse(REMOVE, "/accessLogSettings/{other}", WRONG_PATH);
    }

    private static void member(
            PatchTable.Builder<StageEdit> table, String path, PatchSetter<StageEdit, String> change) {
        PatchValue<String> value = PatchValue.required("Access Log value must not be empty");
        table.replace(path, value, change).add(path, value, (edit, at, parsed) -> change.set(edit, parsed));
    }
}
