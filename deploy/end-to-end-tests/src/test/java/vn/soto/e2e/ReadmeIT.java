package vn.soto.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import vn.soto.harness.AllInOne;

/** Runs the commands of the tour and compares their output, with numbers, hashes, ids and times masked. */
@Tag("processes")
final class ReadmeIT {

    private static final Path ROOT = Path.of(System.getProperty("soto.root", "../.."));
    private static final List<String> TOUR = List.of("README.md", "deploy/demo/README.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```console\n(.*?)```");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    private static AllInOne product;

    /** A command with its documented output; no output for one that runs until stopped. */
    private record Shown(String command, String output) {}

    @BeforeAll
    static void start() {
        product = SharedProducts.demo();
    }

    @TestFactory
    List<DynamicTest> whatTheTourShowsIsSo() throws IOException {
        List<Shown> shown = new ArrayList<>();
        for (String document : TOUR) {
            List<Shown> of = shown(Files.readString(ROOT.resolve(document)));
            assertThat(of).as("commands in %s", document).hasSizeGreaterThanOrEqualTo(4);
            shown.addAll(of);
        }
        return shown.stream()
                .map(each -> DynamicTest.dynamicTest(each.command(), () -> check(each)))
                .toList();
    }

    private static void check(Shown shown) throws IOException, InterruptedException {
        if (shown.output().isBlank()) {
            String script = shown.command().split(" ", -1)[0];
            assertThat(ROOT.resolve(script)).as("a script of the repository").isExecutable();
            return;
        }
        assertThat(mask(run(shown.command()))).isEqualTo(mask(shown.output()));
    }

    private static String run(String command) throws IOException, InterruptedException {
        String here = command.replace("http://localhost:8080", product.address().toString())
                .replace("deploy/bin/", ROOT.resolve("deploy/bin").toRealPath() + "/");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", here)
                .directory(SharedProducts.demoFolder().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        if (!Boolean.getBoolean("soto.long")) {
            // A script that finds nothing packaged by a script packages anew, which takes as long as all other
            // commands.
            builder.environment().put("SOTO_BUILT", "yes");
        }
        Process shell = builder.start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return printed;
    }

    private static List<Shown> shown(String document) {
        List<Shown> all = new ArrayList<>();
        BLOCK.matcher(document).results().forEach(block -> {
            String command = "";
            StringBuilder output = new StringBuilder();
            for (String line : block.group(1).split("\n", -1)) {
                boolean continued = command.endsWith("\\");
                if (line.startsWith("$ ")) {
                    add(all, command, output);
                    command = line.substring(2);
                } else if (continued) {
                    command = command.substring(0, command.length() - 1) + line.strip();
                } else {
                    output.append(line).append('\n');
                }
            }
            add(all, command, output);
        });
        return all;
    }

    private static void add(List<Shown> all, String command, StringBuilder output) {
        if (!command.isEmpty()) {
            all.add(new Shown(command, output.toString()));
        }
        output.setLength(0);
    }

    private static String mask(String text) {
        String masked = UUID.matcher(text).replaceAll("<id>");
        masked = HASH.matcher(masked).replaceAll("<hash>");
        masked = TIME.matcher(masked).replaceAll("<time>");
        return NUMBER.matcher(masked).replaceAll("<n>").strip();
    }
}
