// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Groups of horizontal bars, one bar per series, as SVG. Shorter is better. */
public final class BarChart {
    private static final List<String> COLOURS = List.of("#8c8c8c", "#2f6db3", "#3c9d6b", "#c9702b");
    private static final int WIDTH = 760;
    private static final int LABELS = 210;
    private static final int NUMBERS = 130;
    private static final int BAR = 16;
    private static final int GAP = 14;
    private static final int HEAD = 64;

    private final String title;
    private final List<String> series;
    private final List<Group> groups = new ArrayList<>();

    /** What one group of bars stands for; values and notes in the order of the series, absent ones are NaN. */
    private record Group(String label, List<Double> values, List<String> notes) {}

    /**
     * @param title names what the length of a bar is, and its unit
     * @param series at most four
     */
    public BarChart(String title, List<String> series) {
        this.title = title;
        this.series = List.copyOf(series);
    }

    /**
     * Adds a group.
     *
     * @param values one per series; not a number where nothing was measured
     * @param notes one per series, written behind the bar
     */
    public void add(String label, List<Double> values, List<String> notes) {
        groups.add(new Group(label, List.copyOf(values), List.copyOf(notes)));
    }

    /** The picture. */
    public String svg() {
        int step = series.size() * BAR + GAP;
        int height = HEAD + groups.size() * step + GAP;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\""
                        + " font-family=\"sans-serif\" font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                WIDTH,
                height));
        text(svg, 12, 22, "font-size=\"15\" font-weight=\"bold\"", title);
        for (int i = 0; i < series.size(); i++) {
            int x = 12 + i * 150;
            rectangle(svg, new Box(x, 36, 12, 12), COLOURS.get(i));
            text(svg, x + 18, 46, "", series.get(i));
        }
        double largest = groups.stream()
                .flatMap(group -> group.values().stream())
                .filter(value -> !value.isNaN())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        for (int i = 0; i < groups.size(); i++) {
            bars(svg, groups.get(i), HEAD + i * step, (WIDTH - LABELS - NUMBERS) / largest);
        }
        return svg.append("</svg>\n").toString();
    }

    private void bars(StringBuilder svg, Group group, int top, double scale) {
        text(svg, 12, top + series.size() * BAR / 2 + 4, "", group.label());
        for (int i = 0; i < series.size(); i++) {
            double value = group.values().get(i);
            if (Double.isNaN(value)) {
                continue;
            }
            int y = top + i * BAR;
            Box bar = new Box(LABELS, y, Math.max(1, (int) Math.round(value * scale)), BAR - 2);
            rectangle(svg, bar, COLOURS.get(i));
            text(
                    svg,
                    LABELS + (int) Math.round(value * scale) + 6,
                    y + 11,
                    "fill=\"#444\"",
                    group.notes().get(i));
        }
    }

    private record Box(int x, int y, int width, int height) {}

    private static void rectangle(StringBuilder svg, Box box, String colour) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n",
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                colour));
    }

    private static void text(StringBuilder svg, int x, int y, String style, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" %s>%s</text>%n", x, y, style, escaped));
    }
}
