// Copyright the Gatehouse authors. SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Packs a release: {@code java Release.java VERSION CHECKOUT OUTPUT}. Writes {@code gatehouse-VERSION.zip} (the JVM package with
 * its AOT cache and a launcher), {@code gatehouse-VERSION-SYSTEM.zip} when the native binary is built, and {@code SHA256SUMS}. Each
 * holds the licence, the licences of third parties and the bill of materials (CycloneDX).
 */
final class Release {
    private static final Set<PosixFilePermission> EXECUTABLE = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_EXECUTE);
    private static final Set<PosixFilePermission> READABLE = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);

    private final String version;
    private final Path checkout;
    private final Path output;
    private final Path target;

    private Release(String version, Path checkout, Path output) {
        this.version = version;
        this.checkout = checkout;
        this.output = output;
        this.target = checkout.resolve("control-plane/target");
    }

    public static void main(String... arguments) throws Exception {
        new Release(arguments[0], Path.of(arguments[1]), Path.of(arguments[2])).pack();
    }

    private void pack() throws Exception {
        Files.createDirectories(output);
        Path notices = output.resolve("THIRD-PARTY.txt");
        Files.writeString(notices, notices());
        List<Path> archives = new ArrayList<>();
        archives.add(archive("gatehouse-" + version, notices, root -> {
            copy(checkout.resolve("control-plane/src/main/dist/gatehouse"), root.resolve("bin/gatehouse"), EXECUTABLE);
            copyAll(target.resolve("quarkus-app"), root.resolve("lib"));
        }));
        Path binary = target.resolve("native/gatehouse");
        if (Files.isExecutable(binary)) {
            String system = System.getProperty("os.name").toLowerCase(Locale.ROOT) + "-" + System.getProperty("os.arch");
            archives.add(archive("gatehouse-" + version + "-" + system, notices, root -> {
                copy(binary, root.resolve("gatehouse"), EXECUTABLE);
                if (Files.isDirectory(binary.resolveSibling("jdk-libs"))) {
                    copyAll(binary.resolveSibling("jdk-libs"), root.resolve("jdk-libs"));
                }
            }));
        }
        Files.delete(notices);
        StringBuilder sums = new StringBuilder();
        for (Path archive : archives) {
            sums.append(sha256(archive)).append("  ").append(archive.getFileName()).append('\n');
            System.out.printf("%s  %d MB%n", archive, Files.size(archive) / 1_000_000);
        }
        Files.writeString(output.resolve("SHA256SUMS"), sums);
        System.out.println(output.resolve("SHA256SUMS"));
    }

    private interface Content {
        void addTo(Path root) throws IOException;
    }

    /** A zip with one folder at its top; times and permissions are kept. */
    private Path archive(String name, Path notices, Content content) throws IOException {
        Path file = output.resolve(name + ".zip");
        Files.deleteIfExists(file);
        Map<String, String> options = Map.of("create", "true", "enablePosixFileAttributes", "true");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), options)) {
            Path root = zip.getPath("/" + name);
            Files.createDirectories(root);
            copy(checkout.resolve("LICENSE"), root.resolve("LICENSE"), READABLE);
            copy(checkout.resolve("README.md"), root.resolve("README.md"), READABLE);
            copy(notices, root.resolve("THIRD-PARTY.txt"), READABLE);
            copy(target.resolve("sbom.json"), root.resolve("sbom.json"), READABLE);
            content.addTo(root);
        }
        return file;
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.getFileName().toString().equals("sources.cksum")) {
                    copy(file, to.resolve(from.relativize(file).toString()), READABLE);
                }
            }
        }
    }

    private static void copy(Path from, Path to, Set<PosixFilePermission> permissions) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
        Files.setLastModifiedTime(to, Files.getLastModifiedTime(from));
        Files.setPosixFilePermissions(to, permissions);
    }

    /** A line per library that is shipped: name, version, licences. */
    private String notices() throws Exception {
        NodeList components = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(target.resolve("sbom.xml").toFile())
                .getElementsByTagName("component");
        Set<String> lines = new TreeSet<>();
        for (int i = 0; i < components.getLength(); i++) {
            Element component = (Element) components.item(i);
            String group = text(component, "group");
            if (!group.equals("io.gatehouse")) {
                lines.add("%s:%s %s: %s".formatted(group, text(component, "name"), text(component, "version"), licences(component)));
            }
        }
        return "Gatehouse " + version + " is shipped with these libraries.\n\n" + String.join("\n", lines) + "\n";
    }

    private static String licences(Element component) {
        NodeList licences = component.getElementsByTagName("license");
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < licences.getLength(); i++) {
            Element licence = (Element) licences.item(i);
            String id = text(licence, "id");
            names.add(id.isEmpty() ? text(licence, "name") : id);
        }
        NodeList expressions = component.getElementsByTagName("expression");
        for (int i = 0; i < expressions.getLength(); i++) {
            names.add(expressions.item(i).getTextContent());
        }
        return names.isEmpty() ? "see the library" : String.join(", ", names);
    }

    private static String text(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private static String sha256(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    }
}
