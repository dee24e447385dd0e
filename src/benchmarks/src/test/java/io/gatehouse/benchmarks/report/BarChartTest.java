// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class BarChartTest {
    @Test
    void barsAreAsLongAsTheirValuesAndAbsentOnesAreLeftOut() throws Exception {
        BarChart chart = new BarChart("time < work", List.of("nginx", "JVM"));
        chart.add("a & b", List.of(10.0, 5.0), List.of("10", "5"));
        chart.add("c", List.of(Double.NaN, 10.0), List.of("", "10"));

        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(chart.svg().getBytes(StandardCharsets.UTF_8)));

        NodeList rectangles = svg.getElementsByTagName("rect");
        // The background and a key per series come before the bars.
        assertThat(rectangles.getLength()).isEqualTo(1 + 2 + 3);
        assertThat(width(rectangles, 3)).isEqualTo(2 * width(rectangles, 4)).isEqualTo(width(rectangles, 5));
        assertThat(svg.getDocumentElement().getTextContent()).contains("time < work", "a & b");
    }

    private static int width(NodeList rectangles, int number) {
        return Integer.parseInt(((Element) rectangles.item(number)).getAttribute("width"));
    }
}
