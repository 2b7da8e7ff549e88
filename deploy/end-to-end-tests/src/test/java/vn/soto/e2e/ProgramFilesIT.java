package vn.soto.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.harness.EmptyData;
import vn.soto.harness.Program;

/** The content of a packaged program, and its unpacking by {@code deploy/bin/_start}. */
@Tag("processes")
final class ProgramFilesIT {

    /** Files by which a data folder opens names or signs somebody in. */
    private static final Pattern SECRET = Pattern.compile(
            "(^|/)(master\\.key|session\\.keys|accounts|one-time-password|[^/]*\\.(sqlite|anchor|aot))$");

    @TempDir
    private Path folder;

    private record Said(int exit, String output) {}

    private ProcessBuilder path(List<String> command) {
        ProcessBuilder builder = Program.builder(command, List.of());
        builder.environment().put("SOTO_PROGRAMS", folder.toString());
        return builder;
    }

    private static List<String> unpack(Path jar) {
        return List.of(Program.START.toString(), "--path", jar.toString());
    }

    private static Said said(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), output.strip());
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory).toList();
        }
    }

    @Test
    void theProductHasNoEmulatorAndNoTestTool() throws IOException {
        for (String program : List.of("soto.jar", "soto.command-node.jar", "soto.query-node.jar")) {
            try (JarFile jar = new JarFile(Program.jar(program).toFile())) {
                assertThat(jar.stream().map(JarEntry::getName))
                        .as(program)
                        .anyMatch(name -> name.startsWith("BOOT-INF/lib/axon-messaging"))
                        .noneMatch(name -> name.contains("mongo-java-server")
                                || name.contains("/soto-test-kit")
                                || name.contains("/junit"));
            }
        }
    }

    /**
     * The demo is sealed under keys of the machine that loads it, so nothing prepared opens a name or signs anybody in. Of the product's
     * own parts, none is a store, a key, a password or a session.
     */
    @Test
    void holdsNoKeyPasswordOrSession() throws IOException {
        List<String> parts = new ArrayList<>();
        try (JarFile jar = new JarFile(Program.jar("soto.jar").toFile())) {
            for (JarEntry library : jar.stream()
                    .filter(entry -> entry.getName().startsWith("BOOT-INF/lib/soto-"))
                    .toList()) {
                try (JarInputStream inside = new JarInputStream(jar.getInputStream(library))) {
                    for (JarEntry part = inside.getNextJarEntry(); part != null; part = inside.getNextJarEntry()) {
                        parts.add(part.getName());
                        if (!part.isDirectory() && !part.getName().endsWith(".class")) {
                            assertThat(new String(inside.readNBytes(16), StandardCharsets.ISO_8859_1))
                                    .as(part.getName())
                                    .doesNotStartWith("SQLite format 3");
                        }
                    }
                }
            }
        }
        assertThat(parts)
                .anyMatch(name -> name.startsWith("vn/soto/demo/"))
                .noneMatch(name -> SECRET.matcher(name).find());
    }

    /** The folder of another version goes, unless a program runs from it. */
    @Test
    @Tag("long")
    void startsAtOnceAllSucceedUnpackOneFolderAndRemoveVersionsThatNobodyRuns() throws Exception {
        for (String name : List.of("unused", "used")) {
            Files.createDirectory(folder.resolve(name));
            Files.createFile(folder.resolve(name + ".lock"));
        }
        Process running = new ProcessBuilder(
                        "flock", "--shared", folder.resolve("used.lock").toString(), "cat")
                .start();
        List<Said> said = new ArrayList<>();
        try {
            // Once it echoes, it holds the lock.
            running.getOutputStream().write("held\n".getBytes(StandardCharsets.US_ASCII));
            running.getOutputStream().flush();
            assertThat(running.inputReader(StandardCharsets.US_ASCII).readLine())
                    .isEqualTo("held");
            List<Process> starts = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                starts.add(path(unpack(Program.jar("soto.query-node.jar"))).start());
            }
            for (Process start : starts) {
                said.add(said(start));
            }
        } finally {
            running.destroy();
        }
        assertThat(said).allMatch(each -> each.exit() == 0);
        assertThat(said.stream().map(Said::output).distinct()).hasSize(1);
        Path jar = Path.of(said.getFirst().output());
        assertThat(jar).exists();
        assertThat(jar.resolveSibling("lib")).isDirectoryContaining("glob:**/axon-messaging-*.jar");
        assertThat(folders()).containsExactlyInAnyOrder(jar.getParent(), folder.resolve("used"));
    }

    /** Under a limit of the size of files, as on a full disk, every write fails. */
    @Test
    @Tag("long")
    void aFullDiskIsSaidAndLeavesNothingHalfDone() throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 200; exec \"$@\"", "sh"));
        command.addAll(unpack(Program.jar("soto.query-node.jar")));

        Said full = said(path(command).start());

        assertThat(full.exit()).isEqualTo(2);
        assertThat(full.output()).contains("giải nén được", "SOTO_PROGRAMS");
        assertThat(folders()).isEmpty();
        assertThat(said(path(unpack(Program.jar("soto.query-node.jar"))).start())
                        .exit())
                .isZero();
    }

    /** The JVM keeps the profiles of methods that this uses. */
    @Tag("long")
    @Test
    void aRehearsalRecordsSomethingAndShowsEachRoleItsHome() throws Exception {
        Path data = EmptyData.in(folder.resolve("data"));
        Said rehearsed = said(path(List.of(
                        Program.START.toString(),
                        Program.jar("soto.jar").toString(),
                        "--soto.warm-up=only",
                        "--server.port=0",
                        "--soto.demo=false",
                        "--soto.data=" + data))
                .start());

        assertThat(rehearsed.exit()).as(rehearsed.output()).isZero();
        assertThat(rehearsed.output())
                .contains("commands 11/11", "homes [OFFICER, LEADER, MEMBER, ADMINISTRATOR, AUDITOR]");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws Exception {
        ProcessBuilder start = path(unpack(Program.jar("soto.query-node.jar")));
        start.environment().put("SOTO_PROGRAMS", "/proc/soto");

        Said refused = said(start.start());

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.output()).contains("/proc/soto", "SOTO_PROGRAMS");
    }
}
