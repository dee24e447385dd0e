// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.boot.doctor;

import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Findings, a line each, with what to do below those that are not well. */
public final class Report {
    private static final int WIDTH = 16;

    private Report() {}

    /** The lines, coloured where {@code ansi} says so. */
    public static String text(List<Finding> findings, Ansi ansi) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            String padding = " ".repeat(Math.max(1, WIDTH - finding.what().length()));
            text.append(ansi.string(finding.level().mark()))
                    .append("  ")
                    .append(finding.what())
                    .append(padding)
                    .append(finding.state())
                    .append(System.lineSeparator());
            if (!finding.advice().isEmpty()) {
                text.append(" ".repeat(WIDTH + 6)).append(finding.advice()).append(System.lineSeparator());
            }
        }
        return text.toString();
    }

    /** Whether the program would start. */
    public static boolean isSound(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.level() == Finding.Level.PROBLEM);
    }
}
