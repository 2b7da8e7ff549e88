package vn.soto.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.binding.NotAllowedException;
import vn.soto.contracts.access.Role;

final class PlanLinesTest {

    private static final String MINE = "{\"name\":\"record-assistance\",\"payload\":{}}";

    private final PlanLines lines = new PlanLines(CommandCatalogue.product());

    private List<PlanLines.PlanLine> read(String... text) {
        return lines.read(Set.of(Role.MEMBER), String.join("\n", text));
    }

    @Test
    void readsTheNameWhereverItStands() {
        assertThat(read(
                        MINE,
                        "",
                        "{\"payload\":{\"name\":\"establish-unit\",\"x\":[1]},\"name\":\"record-assistance\"}"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.issued().name()).isEqualTo("record-assistance"))
                .last()
                .satisfies(line -> assertThat(line.payload().propertyNames()).containsExactly("name", "x"));
    }

    /** Otherwise whoever may send nothing could have anything read, and would be told what is wrong with it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"establish-unit\",\"payload\":{\"unit\":",
                "{\"name\":\"establish-unit\"}",
                "{\"name\":\"establish-unit\",\"payload\":\"x\"}"
            })
    void asksForEveryRightBeforeAnyPayloadIsRead(String forbidden) {
        assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> read(forbidden));
        assertThatExceptionOfType(NotAllowedException.class)
                .isThrownBy(() -> read("{\"name\":\"record-assistance\",\"payload\":", forbidden));
    }

    @Test
    void refusesWhatIsNoLine() {
        assertBad("", "json", "{\"name\":\"record-assistance\",\"payload\":");
        assertBad("", "json", "{");
        assertBad("[0].name", "command", "[]");
        assertBad("[0].name", "command", "{\"name\":{\"name\":\"record-assistance\"}}");
        assertBad("[1].name", "command", MINE, "{\"name\":\"no-command\"}");
        assertBad("[1].payload", "missing", MINE, "{\"name\":\"record-assistance\"}");
        assertBad("[0].id", "unknown", "{\"name\":\"record-assistance\",\"payload\":{},\"id\":\"1\"}");
    }

    @Test
    void looksAtNoLineThatCannotBecomeAStep() {
        String blanks = " ".repeat(PlanLines.LONGEST - MINE.length());
        assertThat(read(MINE + blanks)).hasSize(1);
        assertBad("[0]", "malformed", MINE + blanks + " ");
        assertBad("[0]", "malformed", "{\"name\":\"establish-unit\"" + blanks + MINE);
    }

    private void assertBad(String field, String kind, String... text) {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> read(text))
                .satisfies(bad -> {
                    assertThat(bad.field()).isEqualTo(field);
                    assertThat(bad.kind()).isEqualTo(kind);
                });
    }
}
