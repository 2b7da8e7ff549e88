package vn.soto.allinone.recount;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as it is stored.
 *
 * @param name stored name without its revision
 * @param body its JSON
 */
record RawEvent(long position, long commit, Instant recorded, String name, List<String> tags, JsonNode body) {

    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    boolean is(String... names) {
        return List.of(names).contains(name);
    }

    String text(String pointer) {
        String text = textIfAny(pointer);
        if (text == null) {
            throw new IllegalStateException(pointer + " is absent from " + this);
        }
        return text;
    }

    @Nullable
    String textIfAny(String pointer) {
        JsonNode found = body.at(pointer);
        return found.isMissingNode() || found.isNull() ? null : found.asString();
    }

    LocalDate day(String pointer) {
        return LocalDate.parse(text(pointer));
    }

    @Nullable
    LocalDate dayIfAny(String pointer) {
        String text = textIfAny(pointer);
        return text == null ? null : LocalDate.parse(text);
    }

    List<String> texts(String pointer) {
        return each(body.at(pointer)).stream().map(JsonNode::asString).toList();
    }

    static List<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    static LocalDate dayOf(String instant) {
        return Instant.parse(instant).atZone(VIETNAM).toLocalDate();
    }

    LocalDate recordedOn() {
        return recorded.atZone(VIETNAM).toLocalDate();
    }
}
