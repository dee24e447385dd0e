// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.benchmarks.start;

import io.gatehouse.benchmarks.machine.FreePort;
import io.gatehouse.benchmarks.machine.ProcessCost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One start on an empty data directory.
 *
 * @param firstAnswerMillis from the start of the process to the first answer of the management port
 * @param processorMillis processor time until then
 * @param residentMebibytes memory some seconds later
 */
record Start(double firstAnswerMillis, double processorMillis, double residentMebibytes) {
    private static final Duration POLL = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final byte[] QUESTION =
            "GET /_gatehouse/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    /** Starts a program, waits for its answer, looks at its memory and ends it with SIGTERM. */
    static Start of(List<String> program, Path data, Duration idle) throws IOException, InterruptedException {
        int port = FreePort.find();
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("run", "--port", Integer.toString(port)));
        command.addAll(List.of("--traffic-port", Integer.toString(FreePort.find()), "--data-dir", data.toString()));
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (!answers(port)) {
                if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IOException(String.join(" ", command) + " does not answer");
                }
                Thread.sleep(POLL);
            }
            double answered = (System.nanoTime() - began) / 1e6;
            ProcessCost cost = ProcessCost.of(process.pid());
            Thread.sleep(idle);
            long resident = ProcessCost.of(process.pid()).residentBytes();
            return new Start(answered, cost.processor().toNanos() / 1e6, resident / 1048576.0);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(QUESTION);
            return socket.getInputStream().read() == 'H';
        } catch (IOException notYet) {
            return false;
        }
    }
}
