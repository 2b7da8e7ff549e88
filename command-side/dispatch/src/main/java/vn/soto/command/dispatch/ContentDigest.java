package vn.soto.command.dispatch;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.Sealed;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.shared.Command;
import vn.soto.ledger.Hash;

/**
 * SHA-256 of a command's name and content: JSON with properties sorted by name, so that the order of a record's
 * components does not matter. Personal data is excluded: sealing the same text twice gives different data, and a digest
 * of the text could be guessed.
 */
final class ContentDigest {

    private final JsonMapper json;

    ContentDigest(JsonMapper json) {
        this.json = json.rebuild()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .addMixIn(Sealed.class, LeftOut.class)
                .addMixIn(RecordAssistance.class, WithJointHelpers.class)
                .addMixIn(CorrectAssistance.class, WithJointHelpers.class)
                .build();
    }

    Hash of(Command command) {
        byte[] name = Command.nameOf(command.getClass()).getBytes(StandardCharsets.UTF_8);
        return Hash.sha256(name, new byte[] {0}, json.writeValueAsBytes(command));
    }

    /** Absent helpers of other teams are left out, so that a command of before there were any has the digest it had. */
    private interface WithJointHelpers {

        @SuppressWarnings("UnusedMethod") // read by Jackson
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<Responsible> jointHelpers();
    }

    @JsonIgnoreType
    private interface LeftOut {}
}
