package vn.soto.command.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;

public final class RejectingSealerTest {

    public record Contact(String kind, Sealed number) {}

    @ClientCommand(as = "call-somebody", at = "calls")
    public record CallSomebody(
            TeamId team, @Nullable Sealed name, @Nullable List<Contact> contacts) implements Command {}

    private final JsonMapper json = CommandJson.mapper();
    private final RejectingSealer sealer = new RejectingSealer();

    @Test
    void letsPassWhatHoldsNone() {
        ObjectNode payload = object("{\"team\":\"t-1\",\"name\":null}");

        assertThat(seal(payload)).isEqualTo(payload);
    }

    @Test
    void refusesEachFieldThatWouldHoldSomeHoweverDeep() {
        assertRefused("{\"team\":\"t-1\",\"name\":\"Lan\"}", "name");
        assertRefused("{\"team\":\"t-1\",\"contacts\":[{\"kind\":\"zalo\",\"number\":\"0\"}]}", "contacts.number");
    }

    private void assertRefused(String payload, String field) {
        assertThatThrownBy(() -> seal(object(payload))).isInstanceOfSatisfying(InvalidFieldException.class, bad -> {
            assertThat(bad.field()).isEqualTo(field);
            assertThat(bad.kind()).isEqualTo("personal");
        });
    }

    private ObjectNode seal(ObjectNode payload) {
        return sealer.sealForDryRun(CallSomebody.class, payload);
    }

    private ObjectNode object(String text) {
        return (ObjectNode) json.readTree(text);
    }
}
