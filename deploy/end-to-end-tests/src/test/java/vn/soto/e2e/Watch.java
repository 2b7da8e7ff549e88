package vn.soto.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Watches whom a process calls, where {@code strace} is installed, and gives it a home folder of its own. */
record Watch(Path calls, Path home) {

    private static final Path STRACE = Path.of("/usr/bin/strace");

    static boolean isThere() {
        return Files.isExecutable(STRACE);
    }

    static Watch in(Path folder) {
        try {
            return new Watch(folder.resolve("calls"), Files.createDirectories(folder.resolve("home")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In front of the command that is watched. */
    List<String> before() {
        return isThere()
                ? List.of(
                        STRACE.toString(),
                        "-f",
                        "--seccomp-bpf",
                        "-qq",
                        "-e",
                        "trace=connect,sendto,sendmsg",
                        "-o",
                        calls.toString(),
                        "/usr/bin/env",
                        "HOME=" + home,
                        "JAVA_TOOL_OPTIONS=-Duser.home=" + home)
                : List.of();
    }

    /** Until now it connected to loopback only, so it downloaded, reported and resolved nothing, and left the home folder alone. */
    void assertCalledNobody() throws IOException {
        if (!isThere()) {
            return;
        }
        try (Stream<String> lines = Files.lines(calls)) {
            List<String> outbound = lines.filter(line -> line.contains("AF_INET"))
                    .filter(line -> !line.contains("127.0.0.1")
                            && !line.contains("\"::1\"")
                            && !line.contains("::ffff:127.0.0.1"))
                    .toList();
            assertThat(outbound).isEmpty();
        }
        assertThat(Files.size(calls)).as("the watch saw something").isPositive();
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files).containsExactly(home);
        }
    }
}
