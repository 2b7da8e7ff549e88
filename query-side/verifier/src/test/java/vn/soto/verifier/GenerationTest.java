package vn.soto.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.soto.events.EventRegistry;
import vn.soto.ledger.Hash;
import vn.soto.ledger.sqlite.Layout;

/**
 * A program that meets an event which it does not know must not go on with the file. So each list of events has a
 * generation of its own: generations.txt has the hash of each, newest last.
 */
final class GenerationTest {

    private static final Path FILE = Path.of("../verifier/src/test/resources/generations.txt");

    @Test
    void eachListOfEventsHasAGenerationOfItsOwn() throws IOException {
        String events = EventRegistry.product().types().stream()
                .map(type -> type.name() + ".v" + type.revision() + "\n")
                .sorted()
                .collect(Collectors.joining());
        String hash = Hash.sha256(events.getBytes(StandardCharsets.UTF_8)).toString();
        List<String> known = Files.readAllLines(FILE);
        if (Boolean.getBoolean("soto.renew") && !known.getLast().endsWith(hash)) {
            String next = Layout.GENERATION + " " + hash;
            Files.writeString(FILE, next + "\n", StandardOpenOption.APPEND);
            known = Files.readAllLines(FILE);
        }
        assertThat(known.getLast())
                .as(
                        "an event was added: raise Layout.GENERATION, then -Dsoto.renew writes its line into generations.txt")
                .isEqualTo(Layout.GENERATION + " " + hash);
        assertThat(known.stream().map(line -> line.replaceFirst(" .*", ""))).doesNotHaveDuplicates();
    }
}
