package vn.soto.command.dispatch;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.shared.Sealed;
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
                .build();
    }

    Hash of(Command command) {
        byte[] name = Command.nameOf(command.getClass()).getBytes(StandardCharsets.UTF_8);
        return Hash.sha256(name, new byte[] {0}, json.writeValueAsBytes(command));
    }

    @JsonIgnoreType
    private interface LeftOut {}
}
