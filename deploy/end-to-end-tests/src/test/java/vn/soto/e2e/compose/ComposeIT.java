package vn.soto.e2e.compose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.commandnode.prepare.PrepareMongodb;
import vn.soto.edge.session.SharedSessionKeys;
import vn.soto.testkit.mongo.Emulator;

/** compose.yaml refers to existing files only, and its containers have no more rights than they need. */
@Tag("processes")
final class ComposeIT {

    private static final Path ROOT =
            Path.of(System.getProperty("soto.root")).toAbsolutePath().normalize();
    private static final Path DEPLOY = ROOT.resolve("deploy");
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{(\\w+)(:[-?][^}]*)?}");
    private static final Set<String> ONCE = Set.of("replica-set", "prepare");

    private final ComposeFile compose = ComposeFile.read(DEPLOY.resolve("compose/compose.yaml"));

    @TempDir
    private Path folder;

    @Test
    void whatIsReferredToIsDefined() {
        compose.services().forEach((name, service) -> {
            assertThat(compose.services().keySet()).as(name).containsAll(compose.used(service, "depends_on"));
            assertThat(compose.defined("networks")).as(name).containsAll(compose.used(service, "networks"));
            assertThat(compose.defined("secrets")).as(name).containsAll(compose.used(service, "secrets"));
            assertThat(compose.defined("configs")).as(name).containsAll(compose.used(service, "configs"));
            assertThat(compose.used(service, "volumes").stream()
                            .filter(volume -> volume.contains(":") && !volume.startsWith("$"))
                            .map(volume -> volume.substring(0, volume.indexOf(':'))))
                    .as(name)
                    .allMatch(compose.defined("volumes")::contains);
        });
        assertThat(compose.files("configs")).allMatch(file -> Files.exists(compose.resolve(file)));
    }

    @Test
    void everyVariableIsExplainedAndNoneIsLeftOver() throws IOException {
        Set<String> used = new TreeSet<>();
        VARIABLE.matcher(compose.text()).results().forEach(found -> used.add(found.group(1)));
        List<String> lines = Files.readAllLines(DEPLOY.resolve("compose/.env.example"));

        assertThat(lines.stream()
                        .filter(line -> line.matches("\\w+=.*"))
                        .map(line -> line.substring(0, line.indexOf('='))))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everySettingOfANodeIsOneItReads() throws IOException, ClassNotFoundException {
        Settings settings = Settings.known();
        for (String node : List.of("command-1", "command-2", "query-1", "query-2")) {
            assertThat(compose.environment(compose.service(node)).keySet())
                    .as(node)
                    .isNotEmpty()
                    .allMatch(settings::has);
        }
        assertThat(settings.has("SOTO_SIGN_IN_ISSUER_NAME")).isFalse();
        assertThat(settings.has(Settings.variable("soto.mongodb.uri")))
                .as("the secret of that name")
                .isTrue();
    }

    @Test
    void secretsAreMadeByTheScriptForTheirOwnerAlone() throws IOException {
        Path secrets = makeSecrets();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
        for (Path secret : compose.files("secrets").toList()) {
            Path made = secrets.resolveSibling(secret);
            assertThat(made).isNotEmptyFile();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .as(secret.toString())
                    .isEqualTo("r--r--r--");
        }
        for (String uri : List.of("admin-uri", "command-uri", "query-uri")) {
            ConnectionString address = new ConnectionString(Files.readString(secrets.resolve(uri)));
            assertThat(address.getHosts()).containsExactly("mongo-1", "mongo-2", "mongo-3");
            assertThat(address.getPassword()).hasSizeGreaterThanOrEqualTo(32);
        }
        assertThat(new SharedSessionKeys(Files.readString(secrets.resolve("session-keys"))).signing())
                .as("a key that nodes read")
                .isNotNull();
        String before = Files.readString(secrets.resolve("command-uri"));
        makeSecrets();
        assertThat(Files.readString(secrets.resolve("command-uri"))).isEqualTo(before);
        assertThat(Files.readString(ROOT.resolve(".gitignore")))
                .contains("deploy/compose/secrets/", "deploy/compose/.env");
    }

    /** Runs in a copy of the folders the script writes to. */
    private Path makeSecrets() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("deploy/bin"));
        Files.createDirectories(folder.resolve("deploy/compose"));
        Path script = bin.resolve("compose-secrets");
        for (String name : List.of("compose-secrets", "session-key")) {
            Files.copy(
                    DEPLOY.resolve("bin").resolve(name),
                    bin.resolve(name),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Shell made = Shell.run(folder, Map.of("SOTO_LEDGER", "binh-duong"), script.toString());
        assertThat(made.succeeded()).as(made.output()).isTrue();
        return folder.resolve("deploy/compose/secrets");
    }

    /** All inputs arrive under these names: the command proceeds to the creation of users, which the emulator lacks. */
    @Test
    void whatPreparesTheDatabaseFindsItsSecrets() throws IOException {
        Path secrets = makeSecrets();
        Map<String, Object> service = compose.service("prepare");
        try (Emulator server = Emulator.start()) {
            Path uri = Files.writeString(folder.resolve("uri"), server.uri());
            Map<String, String> environment = new HashMap<>();
            compose.environment(service).forEach((name, file) -> {
                assertThat(compose.used(service, "secrets"))
                        .contains(Path.of(file).getFileName().toString());
                environment.put(
                        name,
                        file.endsWith("admin-uri")
                                ? uri.toString()
                                : secrets.resolve(Path.of(file).getFileName()).toString());
            });
            ByteArrayOutputStream printed = new ByteArrayOutputStream();

            PrepareMongodb.run(List.of("--ledger=x"), environment, new PrintStream(printed, true, UTF_8));

            assertThat(printed.toString(UTF_8)).contains("rolesInfo");
        }
    }

    @Test
    void containersMayDoNoMoreThanTheyMust() {
        compose.services().forEach((name, service) -> {
            assertThat(service).as(name).containsEntry("read_only", true).containsKeys("mem_limit", "pids_limit");
            assertThat(service).as(name).containsEntry("cap_drop", List.of("ALL"));
            assertThat(service).as(name).containsEntry("security_opt", List.of("no-new-privileges:true"));
            assertThat(service.containsKey("user") || service.containsKey("build"))
                    .as("%s does not run as root", name)
                    .isTrue();
            assertThat(service.containsKey("healthcheck") || ONCE.contains(name))
                    .as("%s says how it is", name)
                    .isTrue();
            assertThat(String.valueOf(service.get("image"))).as(name).matches("[a-z/-]+:v?\\d+\\.\\d+\\.\\d+[a-z-]*");
            compose.used(service, "ports")
                    .forEach(port ->
                            assertThat(port).as(name).matches("(127\\.0\\.0\\.1|\\$\\{\\w+:-127\\.0\\.0\\.1}):.*"));
        });
    }

    @Test
    void theImageIsBuiltFromWhatTheBuildMakes() throws IOException {
        String dockerfile = Files.readString(DEPLOY.resolve("images/Dockerfile"));
        assertThat(dockerfile).contains("USER 10001:10001").doesNotContain("latest");
        for (String node : List.of("command-node", "query-node")) {
            Path target = DEPLOY.resolve(node).resolve("target");
            try (Stream<Path> jars = Files.list(target)) {
                List<Path> matching = jars.filter(
                                jar -> jar.getFileName().toString().matches("soto-" + node + "-.*-exec\\.jar"))
                        .toList();
                assertThat(matching).as("COPY takes one file").hasSize(1);
                assertLayers(dockerfile, matching.getFirst());
            }
        }
        assertThat(DEPLOY.resolve("images/alive")).isExecutable();
        assertThat(Files.readString(DEPLOY.resolve("images/Dockerfile.dockerignore")))
                .contains(
                        "!deploy/command-node/target/*-exec.jar",
                        "!deploy/query-node/target/*-exec.jar",
                        "!deploy/images/alive");
    }

    /** Runs the build's own command, then checks each folder that the image copies. */
    private void assertLayers(String dockerfile, Path jar) {
        Path build = folder.resolve(jar.getFileName().toString());
        Shell extracted = Shell.run(
                folder,
                Map.of(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It ends before thorough compilation has paid.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--layers",
                "--destination",
                build.toString());
        assertThat(extracted.succeeded()).as(extracted.output()).isTrue();
        Pattern.compile("COPY --from=layers /build/layers/([a-z-]+)/ ./")
                .matcher(dockerfile)
                .results()
                .forEach(copied -> assertThat(build.resolve(copied.group(1))).isDirectory());
        // The folder has the name of the jar; in the image the jar is app.jar.
        assertThat(build.resolve("application").resolve(jar.getFileName())).isRegularFile();
    }
}
