package vn.soto.command.desk;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.command.shared.Command;
import vn.soto.ledger.Hash;

/**
 * SHA-256 of a command's name and content: JSON with properties sorted by name, so that the order in which a record
 * declares its components does not matter. Commands hold no personal data in the clear.
 */
final class ContentDigest {

    private final JsonMapper json;

    ContentDigest(JsonMapper json) {
        this.json = json.rebuild()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }

    Hash of(Command command) {
        byte[] name = Command.nameOf(command.getClass()).getBytes(StandardCharsets.UTF_8);
        return Hash.sha256(name, new byte[] {0}, json.writeValueAsBytes(command));
    }
}
