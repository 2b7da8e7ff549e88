package vn.soto.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.soto.testkit.GoldenList;

/** The file from which the query side describes commands, of which it knows no class. */
final class CommandFormsTest {

    private static final Path FORMS =
            Path.of("..", "domain", "src/main/resources/vn/soto/domain/commands/forms.json");

    @Test
    void saysWhatEachCommandAsksFor() throws IOException {
        String forms = CommandForms.all();
        String stored = Files.exists(FORMS) ? Files.readString(FORMS) : "";
        if (GoldenList.RENEWING && !stored.equals(forms)) {
            Files.writeString(FORMS, forms);
        }
        assertThat(stored)
                .as(GoldenList.howToRenew("command-side/service", CommandFormsTest.class))
                .isEqualTo(forms);
    }

    /** A field that is renamed keeps no bounds of another. */
    @Test
    void everyBoundIsThatOfAField() {
        String forms = CommandForms.all();
        Set<String> bounded = CommandForms.bounded();
        assertThat(FieldBounds.named()).allSatisfy(field -> assertThat(bounded).contains(field));
        assertThat(forms).contains("\"most\":", "\"longest\":", "\"personal\":true", "\"values\":");
    }
}
