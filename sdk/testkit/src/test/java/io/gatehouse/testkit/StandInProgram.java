// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.testkit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A program that takes the same flags: it counts its starts in the data directory and answers 204 on both ports. */
final class StandInProgram {
    private StandInProgram() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        if (words.contains("--refuse")) {
            System.err.println("the stand-in refuses to start");
            System.exit(3);
        }
        if (words.contains("--mute")) {
            System.out.println("the stand-in never answers");
            sleepForever();
        }
        Path starts = Path.of(after(words, "--data-dir")).resolve("starts");
        Files.writeString(starts, "x", StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        serve(Integer.parseInt(after(words, "--port")));
        serve(Integer.parseInt(after(words, "--traffic-port")));
        System.out.println("start number " + Files.size(starts));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopped in good order")));
        sleepForever();
    }

    private static void serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    private static String after(List<String> words, String flag) {
        return words.get(words.indexOf(flag) + 1);
    }

    private static void sleepForever() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
