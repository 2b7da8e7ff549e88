package vn.soto.command.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.Role;
import vn.soto.testkit.GoldenList;

/** The files from which the query side links to commands, of which it knows no class. */
final class CommandAddressesTest {

    private static final Path ADDRESSES =
            Path.of("..", "domain", "src/main/resources/vn/soto/domain/commands/addresses.properties");

    private static final List<CommandDescriptor> COMMANDS =
            CommandCatalogue.product().all();

    @Test
    void saysWhereEachCommandIsSentAndByWhom() throws IOException {
        List<String> lines =
                COMMANDS.stream().map(CommandAddressesTest::line).sorted().toList();
        List<String> stored = Files.readAllLines(ADDRESSES);
        if (GoldenList.RENEWING && !stored.equals(lines)) {
            Files.write(ADDRESSES, lines);
        }
        assertThat(stored)
                .as(GoldenList.howToRenew("command-side/dispatch", CommandAddressesTest.class))
                .isEqualTo(lines);
    }

    private static String line(CommandDescriptor command) {
        Stream<String> roles = Stream.of(Role.values())
                .filter(role -> role == Role.ADMINISTRATOR || command.by().contains(role))
                .map(Role::name)
                .sorted();
        return command.name() + "="
                + Stream.concat(Stream.of(command.path()), roles)
                        .reduce((a, b) -> a + " " + b)
                        .orElseThrow();
    }

    @Test
    void everyCommandHasATitleInBothLanguages() {
        for (String language : List.of("vi", "en")) {
            ResourceBundle titles = ResourceBundle.getBundle(
                    "vn.soto.domain.commands.titles",
                    Locale.of(language),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            assertThat(titles.keySet())
                    .as("titles_%s.properties", language)
                    .containsExactlyInAnyOrderElementsOf(
                            COMMANDS.stream().map(CommandDescriptor::name).toList());
        }
    }
}
