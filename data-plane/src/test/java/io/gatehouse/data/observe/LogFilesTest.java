// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.data.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LogFilesTest {
    private final Path directory;

    LogFilesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void linesAreAppendedInTheirOrder() throws IOException {
        write(LogLimits.defaults(), "a", 0, 1_000);
        write(LogLimits.defaults(), "a", 1_000, 2_000);
        assertThat(Files.readAllLines(directory.resolve("a.log"))).isEqualTo(lines(0, 2_000));
    }

    @Test
    void twoNamesOfOneFileAreOneLog() throws IOException {
        try (LogFiles files = new LogFiles(directory, LogLimits.defaults())) {
            assertThat(files.named("/x/a")).isSameAs(files.named("x//a"));
            files.named("x/a").write(bytes("line"));
        }
        assertThat(Files.readString(directory.resolve("x/a.log"))).isEqualTo("line\n");
    }

    @Test
    void linesOfManyThreadsStayWholeAndAreAllThere() throws Exception {
        try (LogFiles files = new LogFiles(directory, LogLimits.defaults())) {
            LogSink sink = files.named("a");
            List<Thread> threads = new ArrayList<>();
            for (int number = 0; number < 4; number++) {
                int from = number * 1_000;
                threads.add(Thread.ofPlatform()
                        .start(() -> IntStream.range(from, from + 1_000)
                                .forEach(line -> sink.write(bytes("line " + line)))));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(Files.readAllLines(directory.resolve("a.log"))).containsExactlyInAnyOrderElementsOf(lines(0, 4_000));
    }

    @Test
    void aFileThatWasMovedOrRemovedIsBegunAnew() throws Exception {
        Path file = directory.resolve("a.log");
        try (LogFiles files = new LogFiles(directory, LogLimits.defaults())) {
            LogSink sink = files.named("a");
            sink.write(bytes("first"));
            await(file, "first\n");
            Files.move(file, directory.resolve("moved"));
            sink.write(bytes("second"));
            await(file, "second\n");
            Files.delete(file);
            sink.write(bytes("third"));
            await(file, "third\n");
            Files.write(file, new byte[0]);
            sink.write(bytes("fourth"));
            await(file, "fourth\n");
        }
        assertThat(Files.readString(directory.resolve("moved"))).isEqualTo("first\n");
    }

    @Test
    void aFullFileIsPutAsideAndOnlySoManyAreKept() throws Exception {
        LogLimits small = LogLimits.defaults().withFiles(100, 2);
        for (int round = 0; round < 10; round++) {
            writeAtOnce(small, "a", round * 10, round * 10 + 10);
        }
        try (Stream<Path> all = Files.list(directory)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.log", "a.log.1", "a.log.2");
        }
        assertThat(Files.readAllLines(directory.resolve("a.log"))).isEqualTo(lines(90, 100));
        assertThat(Files.readAllLines(directory.resolve("a.log.1"))).isEqualTo(lines(80, 90));
        assertThat(Files.readAllLines(directory.resolve("a.log.2"))).isEqualTo(lines(70, 80));
    }

    @Test
    void withoutOldFilesAFullOneIsRemoved() throws Exception {
        LogLimits none = LogLimits.defaults().withFiles(100, 0);
        writeAtOnce(none, "a", 0, 10);
        writeAtOnce(none, "a", 10, 20);
        try (Stream<Path> all = Files.list(directory)) {
            assertThat(all).containsExactly(directory.resolve("a.log"));
        }
        assertThat(Files.readAllLines(directory.resolve("a.log"))).isEqualTo(lines(10, 20));
    }

    @Test
    void aDiskThatIsNearlyFullIsLeftAlone() {
        LogLimits noRoom = new LogLimits(1_000, 1, 1_000_000, Long.MAX_VALUE / 2);
        LogFiles files = write(noRoom, "a", 0, 10);
        assertThat(files.dropped()).isEqualTo(10);
        assertThat(directory.resolve("a.log")).isEmptyFile();
    }

    @Test
    void whatCannotBeWrittenIsCountedAndLeavesOtherLogsAlone() throws Exception {
        Files.createDirectory(directory.resolve("broken.log"));
        try (LogFiles files = new LogFiles(directory, LogLimits.defaults())) {
            files.named("broken").write(bytes("lost"));
            files.named("fine").write(bytes("kept"));
            await(directory.resolve("fine.log"), "kept\n");
            assertThat(files.dropped()).isEqualTo(1);
        }
    }

    @Test
    void aWriterThatIsHeldUpHoldsNobodyUp() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch writing = new CountDownLatch(1);
        LogOutput stuck = new LogOutput() {
            @Override
            public void write(byte[] bytes, int length) {
                writing.countDown();
                try {
                    held.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void rest() {}
        };
        try (LogWriter writer = new LogWriter(1_000)) {
            LogSink sink = writer.sink(stuck);
            sink.write(bytes("first"));
            writing.await();
            for (int i = 0; i < 1_000; i++) {
                sink.write(new byte[10]);
            }
            // The first line of six bytes still waits, as it is not written yet.
            assertThat(writer.dropped()).isEqualTo(1_000 - 99);
            held.countDown();
        }
    }

    @Test
    void whatComesAfterTheEndIsDropped() {
        LogFiles files = write(LogLimits.defaults(), "a", 0, 1);
        files.named("a").write(bytes("late"));
        assertThat(files.dropped()).isEqualTo(1);
    }

    private LogFiles write(LogLimits limits, String name, int from, int to) {
        LogFiles files = new LogFiles(directory, limits);
        try (files) {
            LogSink sink = files.named(name);
            lines(from, to).forEach(line -> sink.write(bytes(line)));
        }
        return files;
    }

    private void writeAtOnce(LogLimits limits, String name, int from, int to) {
        try (LogFiles files = new LogFiles(directory, limits)) {
            files.named(name).write(bytes(String.join("\n", lines(from, to))));
        }
    }

    private static List<String> lines(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "line " + number).toList();
    }

    private static byte[] bytes(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void await(Path file, String content) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!Files.exists(file) || !Files.readString(file).equals(content)) {
            assertThat(System.nanoTime()).as("%s holds %s", file, content).isLessThan(deadline);
            Thread.sleep(2);
        }
    }
}
