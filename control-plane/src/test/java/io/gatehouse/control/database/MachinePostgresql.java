// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0
package io.gatehouse.control.database;

import io.gatehouse.control.storage.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that is installed on this machine. Without an address, a cluster of its own is made in a temporary directory
 * and started there; with one, a database of its own is made on that server. Either is gone after the tests.
 */
final class MachinePostgresql implements AutoCloseable {
    /** The environment variable with the address of a running server, as {@code --database} takes it. */
    static final String ADDRESS = "GATEHOUSE_TEST_POSTGRESQL";

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String SCRATCH = "gatehouse_test";

    private final DatabaseAddress address;
    private final @Nullable Cluster cluster;

    private MachinePostgresql(DatabaseAddress address, @Nullable Cluster cluster) {
        this.address = address;
        this.cluster = cluster;
    }

    /** What keeps these tests from running here; empty when nothing does. */
    static Optional<String> missing() {
        return given().isPresent() || programs().isPresent()
                ? Optional.empty()
                : Optional.of("no PostgreSQL installed (no initdb on PATH nor in " + DEBIAN + ") and no " + ADDRESS);
    }

    static MachinePostgresql start() throws IOException, SQLException {
        Optional<String> given = given();
        if (given.isPresent()) {
            DatabaseAddress server = DatabaseAddress.parse(given.get());
            execute(server, "drop database if exists " + SCRATCH, "create database " + SCRATCH);
            return new MachinePostgresql(server, null);
        }
        Cluster cluster = Cluster.start(programs().orElseThrow());
        return new MachinePostgresql(new DatabaseAddress(cluster.url("postgres"), Cluster.USER, ""), cluster);
    }

    String url() {
        return cluster == null ? address.url().replaceFirst("(//[^/]+/)[^?]*", "$1" + SCRATCH) : address.url();
    }

    String user() {
        return address.user();
    }

    String password() {
        return address.password();
    }

    @Override
    public void close() throws SQLException {
        if (cluster == null) {
            execute(address, "drop database " + SCRATCH + " with (force)");
        } else {
            cluster.close();
        }
    }

    private static Optional<String> given() {
        return Optional.ofNullable(System.getenv(ADDRESS)).filter(text -> !text.isBlank());
    }

    /** The folder with {@code initdb} and its neighbours: the newest of Debian's, or else the one on PATH. */
    private static Optional<Path> programs() {
        List<Path> folders = new ArrayList<>();
        try (Stream<Path> versions = Files.isDirectory(DEBIAN) ? Files.list(DEBIAN) : Stream.empty()) {
            versions.sorted(Comparator.comparingInt(MachinePostgresql::version).reversed())
                    .forEach(version -> folders.add(version.resolve("bin")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            folders.add(Path.of(folder));
        }
        return folders.stream()
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .findFirst();
    }

    private static int version(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches("\\d{1,3}") ? Integer.parseInt(name) : 0;
    }

    private static void execute(DatabaseAddress server, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** A server with a directory and a port of its own, which keeps nothing safe: its data are worth nothing. */
    private static final class Cluster {
        static final String USER = "gatehouse";
        private static final long MINUTES = 1;

        private final Path programs;
        private final Path directory;
        private final int port;
        private final Thread killer = new Thread(this::stop, "postgresql-killer");

        private Cluster(Path programs, Path directory, int port) {
            this.programs = programs;
            this.directory = directory;
            this.port = port;
        }

        static Cluster start(Path programs) throws IOException {
            Path directory = Files.createTempDirectory("gatehouse-postgresql-");
            Cluster cluster = new Cluster(programs, directory, freePort());
            if (isRoot()) {
                Files.setOwner(
                        directory,
                        directory
                                .getFileSystem()
                                .getUserPrincipalLookupService()
                                .lookupPrincipalByName("nobody"));
            }
            cluster.run("initdb", "-D", data(directory), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "-N");
            cluster.run(
                    "pg_ctl",
                    "start",
                    "-w",
                    "-D",
                    data(directory),
                    "-l",
                    directory.resolve("log").toString(),
                    "-o",
                    "-p " + cluster.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
                            + " -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
            Runtime.getRuntime().addShutdownHook(cluster.killer);
            return cluster;
        }

        String url(String database) {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        }

        void close() {
            Runtime.getRuntime().removeShutdownHook(killer);
            stop();
        }

        private void stop() {
            run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", data(directory));
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void run(String program, String... arguments) {
            List<String> command = new ArrayList<>();
            if (isRoot()) {
                // PostgreSQL refuses to run as root.
                command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
            }
            command.add(programs.resolve(program).toString());
            command.addAll(List.of(arguments));
            try {
                Path said = Files.createTempFile("postgresql-", ".out");
                Process process = new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
                boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
                if (!ended || process.exitValue() != 0) {
                    throw new IllegalStateException(command + " failed: " + Files.readString(said));
                }
                Files.delete(said);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while " + program + " ran", e);
            }
        }

        private static String data(Path directory) {
            return directory.resolve("data").toString();
        }

        private static boolean isRoot() {
            return "root".equals(System.getProperty("user.name"));
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }
}
