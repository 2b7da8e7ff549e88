package vn.soto.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.VisitEvent.VisitCompleted;
import vn.soto.events.stored.Input;
import vn.soto.events.stored.Output;
import vn.soto.events.stored.StoredValue;
import vn.soto.events.stored.StoredValues;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Payload;

/**
 * Every stored event stays readable. Each version of an event has a golden file with the exact bytes of the ledger; a
 * file is never edited, only added. A new one is written by this test, run with {@code -Dsoto.renew}, as one of the {@link Specimens}.
 * From then on the file itself is the sample. A variant is the file without a component that may be absent.
 */
final class GoldenFilesTest {

    private static final StoredValues FORMS = new StoredValues();
    private static final Path FOLDER = Path.of("../../shared-kernel/events/src/test/resources/golden");
    private static final String ENDING = ".json";
    private static final JsonMapper PRETTY = new JsonMapper();

    private static final Map<String, DomainEvent> COMPUTED = Samples.computed();

    private final EventRegistry registry = EventRegistry.product();
    private final EventCodec codec = EventCodec.product();

    @ParameterizedTest
    @MethodSource("samples")
    void anEventIsStoredAsItAlwaysWas(String name) throws IOException {
        Path file = FOLDER.resolve(name + ENDING);
        String stored = encoded(sample(name));

        if (System.getProperty("soto.renew") != null && !Files.exists(file)) {
            assertThat(codec.decode(type(name), codec.encode(sample(name)))).isEqualTo(sample(name));
            Files.writeString(file, stored);
            throw new AssertionError(
                    "Review " + file + ", which was written just now; it is never edited after its release.");
        }
        assertThat(file)
                .as(
                        "no golden file for %s, which is stored as%n%s%nWrite it: mvn test -pl shared-kernel/events -am"
                                + " -Dtest=GoldenFilesTest -Dsurefire.failIfNoSpecifiedTests=false -Dsoto.renew",
                        name, stored)
                .exists();
        String golden = Files.readString(file);
        assertThat(pretty(stored)).as(name).isEqualTo(pretty(golden));
        assertThat(stored).as(name).isEqualTo(golden);
    }

    @Test
    void whatWasStoredIsReadAndWouldBeStoredTheSame() throws IOException {
        assertThat(samples()).allSatisfy(name -> {
            DomainEvent read = read(name);

            assertThat(read).isEqualTo(sample(name));
            assertThat(encoded(read)).isEqualTo(Files.readString(FOLDER.resolve(name + ENDING)));
        });
    }

    /** As a record of a disposable file has it. */
    public record Kept(DomainEvent event) {}

    @Test
    void aDisposableFileReadsTheEventThatItWasGiven() throws IOException {
        StoredValue form = FORMS.of(Kept.class, List.of());
        assertThat(samples()).allSatisfy(name -> {
            Output to = new Output().begin(name);
            Kept kept = new Kept(read(name));
            form.write(kept, to);

            assertThat(form.read(new Input(name, to.bytes()))).isEqualTo(kept);
        });
    }

    @ParameterizedTest
    @MethodSource("olderSamples")
    void whatWasStoredInAnOlderVersionIsReadAsTodays(String name) throws IOException {
        DomainEvent read = read(name);

        assertThat(read).isEqualTo(Samples.older().get(name));
        assertThat(codec.classOf(type(name))).isEqualTo(read.getClass());
        assertThat(codec.typeOf(read.getClass())).isNotEqualTo(type(name));
    }

    @Test
    void everyFileIsOfAStoredName() throws IOException {
        Set<String> names =
                registry.types().stream().map(EventRegistry::text).collect(Collectors.toCollection(TreeSet::new));

        assertThat(samples().map(GoldenFilesTest::storedName)).as("files").isSubsetOf(names);
        assertThat(goldenFiles())
                .as("files")
                .containsAll(Samples.older().keySet())
                .containsAll(COMPUTED.keySet());
    }

    @Test
    void anEventWithoutAFileIsMadeOfTheValuesOfOthers() throws IOException {
        VisitCompleted made = specimens().of(VisitCompleted.class);

        assertThat(defaults(made, "visit.completed.v3")).isEmpty();
    }

    @Test
    void everyOlderVersionHasASample() {
        assertThat(Samples.older().keySet().stream().map(GoldenFilesTest::storedName))
                .as("older samples")
                .containsAll(ProductUpcasters.ALL.stream()
                        .map(upcaster -> EventRegistry.text(upcaster.from()))
                        .toList());
    }

    @Test
    void aSampleIsStoredUnderItsOwnName() throws IOException {
        assertThat(samples())
                .allSatisfy(name ->
                        assertThat(codec.typeOf(sample(name).getClass())).isEqualTo(type(name)));
    }

    @Test
    void aCorrectionSaysWhatItCorrects() throws IOException {
        assertThat(samples()).allSatisfy(name -> {
            if (sample(name) instanceof Correcting correction) {
                assertThatNoException().isThrownBy(() -> correction.corrects(correction));
            }
        });
    }

    @Test
    void aSampleLeavesNothingAtItsDefault() throws IOException {
        assertThat(samples()).allSatisfy(name -> {
            if (name.equals(storedName(name))) {
                assertThat(defaults(sample(name), name)).isEmpty();
            } else {
                assertThat(defaults(sample(name), name))
                        .as("a variant leaves something out")
                        .isNotEmpty();
            }
        });
    }

    static Stream<String> samples() throws IOException {
        return Stream.concat(
                        goldenFiles().filter(name -> !Samples.older().containsKey(name)),
                        EventRegistry.product().types().stream().map(EventRegistry::text))
                .distinct();
    }

    static Stream<String> olderSamples() {
        return Samples.older().keySet().stream();
    }

    private static Stream<String> goldenFiles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(ENDING, "")).toList().stream();
        }
    }

    private DomainEvent sample(String name) throws IOException {
        DomainEvent sample = COMPUTED.get(name);
        if (sample != null) {
            return sample;
        }
        return Files.exists(FOLDER.resolve(name + ENDING))
                ? read(name)
                : specimens().of(codec.classOf(type(name)));
    }

    private Specimens specimens() throws IOException {
        List<DomainEvent> known = new ArrayList<>();
        for (String name : goldenFiles().sorted().toList()) {
            known.add(read(name));
        }
        return new Specimens(known);
    }

    private DomainEvent read(String name) throws IOException {
        byte[] golden = Files.readAllBytes(FOLDER.resolve(name + ENDING));
        return codec.decode(type(name), new Payload(EventCodec.ENCODING, golden));
    }

    private String encoded(DomainEvent event) {
        return new String(codec.encode(event).bytes(), UTF_8);
    }

    private static String pretty(String json) {
        return PRETTY.readTree(json).toPrettyString();
    }

    private static String storedName(String name) {
        return name.split("\\+", 2)[0];
    }

    private static EventType type(String name) {
        return EventRegistry.parse(storedName(name));
    }

    /** Paths of all components below {@code value} with a default value, which a codec could lose unnoticed. */
    private static Stream<String> defaults(@Nullable Object value, String path) {
        return switch (value) {
            case null -> Stream.of(path);
            case Record record -> components(record, path);
            case List<?> list when !list.isEmpty() -> list.stream().flatMap(item -> defaults(item, path + "[]"));
            default -> Specimens.isDefault(value) ? Stream.of(path) : Stream.empty();
        };
    }

    private static Stream<String> components(Record record, String path) {
        return Stream.of(record.getClass().getRecordComponents())
                .flatMap(component -> defaults(Specimens.read(component, record), path + "." + component.getName()));
    }
}
