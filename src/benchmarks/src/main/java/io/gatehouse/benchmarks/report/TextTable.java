// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** Rows in Markdown, aligned so that a terminal shows them well: the first column to the left, the others to the right. */
public final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    /** @param heads the names of the columns */
    public TextTable(String... heads) {
        rows.add(List.of(heads));
    }

    /** Adds a row, which has to have as many cells as there are columns. */
    public void add(List<String> cells) {
        if (cells.size() != rows.getFirst().size()) {
            throw new IllegalArgumentException(
                    cells.size() + " cells for " + rows.getFirst().size() + " columns");
        }
        rows.add(List.copyOf(cells));
    }

    @Override
    public String toString() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        StringBuilder text = new StringBuilder();
        line(text, rows.getFirst(), widths);
        text.append('|');
        for (int i = 0; i < columns; i++) {
            text.append(' ')
                    .append("-".repeat(i == 0 ? widths[i] : widths[i] - 1))
                    .append(i == 0 ? " |" : ": |");
        }
        text.append('\n');
        rows.stream().skip(1).forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> row, int[] widths) {
        text.append('|');
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            text.append(' ')
                    .append(i == 0 ? row.get(i) + padding : padding + row.get(i))
                    .append(" |");
        }
        text.append('\n');
    }
}
