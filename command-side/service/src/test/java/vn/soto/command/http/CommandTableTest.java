package vn.soto.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.soto.command.DomainModel;
import vn.soto.command.shared.Command;

/** The table of commands in the README lists exactly what can be asked. */
final class CommandTableTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| `POST ");

    @Test
    void namesEveryCommandInOrder() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        List<String> listed =
                ROW.matcher(readme).results().map(row -> row.group(1)).toList();

        assertThat(listed)
                .isEqualTo(DomainModel.commands().stream().map(Command::nameOf).toList());
    }
}
