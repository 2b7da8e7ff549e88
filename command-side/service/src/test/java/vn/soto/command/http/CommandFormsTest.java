package vn.soto.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.RuleFields;
import vn.soto.testkit.GoldenList;

/** The file from which the query side describes commands, of which it knows no class. */
final class CommandFormsTest {

    private static final Path FORMS =
            Path.of("../../command-side/domain/src/main/resources/vn/soto/domain/commands/forms.json");

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

    /** Each field that a rule is said to be about is one of a command that the rule can refuse. */
    @Test
    void everyRuleOfAFieldRefusesACommandThatHasIt() {
        Map<String, Set<String>> fields = new HashMap<>();
        CommandCatalogue.product()
                .all()
                .forEach(command -> CommandForms.rules(command)
                        .forEach(rule -> fields.computeIfAbsent(rule.name(), name -> new HashSet<>())
                                .addAll(RuleFields.paths(command))));
        assertThat(RuleFields.all())
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        (rule, about) -> assertThat(fields.get(rule)).as(rule).containsAll(about));
    }
}
