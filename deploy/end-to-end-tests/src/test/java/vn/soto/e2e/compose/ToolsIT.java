package vn.soto.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools that read these files accept them, where the tools are installed. */
@Tag("processes")
final class ToolsIT {

    private static final Path DEPLOY =
            Path.of(System.getProperty("soto.root"), "deploy").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void dockerCompose() throws IOException {
        Optional<List<String>> tool = Stream.of(List.of("docker", "compose"), List.of("docker-compose"))
                .filter(command -> available(command, "version"))
                .findFirst();
        skipUnless(tool.isPresent(), "compose.yaml by docker compose config");
        List<String> command = Stream.concat(
                        tool.orElseThrow().stream(),
                        Stream.of(
                                "--env-file",
                                DEPLOY.resolve("compose/.env.example").toString(),
                                "--file",
                                DEPLOY.resolve("compose/compose.yaml").toString(),
                                "config",
                                "--quiet"))
                .toList();

        Shell checked = Shell.run(folder, Map.of(), command);

        assertThat(checked.succeeded()).as(checked.output()).isTrue();
    }

    @Test
    void haproxy() {
        skipUnless(available(List.of("haproxy"), "-v"), "haproxy.cfg by haproxy -c");

        Shell checked = Shell.run(
                folder,
                Map.of(),
                "haproxy",
                "-c",
                "-f",
                DEPLOY.resolve("compose/proxy/haproxy.cfg").toString());

        assertThat(checked.succeeded()).as(checked.output()).isTrue();
        assertThat(checked.output()).doesNotContain("[WARNING]");
    }

    @Test
    void prometheus() {
        skipUnless(available(List.of("promtool"), "--version"), "prometheus.yml by promtool");

        Shell checked = Shell.run(
                folder,
                Map.of(),
                "promtool",
                "check",
                "config",
                DEPLOY.resolve("observability/prometheus.yml").toString());

        assertThat(checked.succeeded()).as(checked.output()).isTrue();
    }

    @Test
    void shell() throws IOException {
        try (Stream<Path> tools = Files.list(DEPLOY.resolve("bin"))) {
            Stream.concat(tools, Stream.of(DEPLOY.resolve("images/alive"))).forEach(script -> {
                Shell checked = Shell.run(folder, Map.of(), "bash", "-n", script.toString());
                assertThat(checked.succeeded()).as(checked.output()).isTrue();
            });
        }
    }

    private boolean available(List<String> command, String version) {
        return Shell.run(
                        folder,
                        Map.of(),
                        Stream.concat(command.stream(), Stream.of(version)).toList())
                .succeeded();
    }

    private static void skipUnless(boolean available, String what) {
        if (!available) {
            System.out.println("SKIPPED: " + what + " is not checked here; the tool is not installed");
        }
        assumeTrue(available, what);
    }
}
