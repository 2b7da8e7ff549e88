package vn.soto.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks that text is encodable as UTF-8. Java encodes an unpaired surrogate as a question mark, so two different
 * commits would have one leaf.
 */
final class Unicode {

    private Unicode() {}

    static byte[] utf8(String text) {
        require(text);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void require(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
                    throw new IllegalArgumentException("half a surrogate pair at index " + i + " of a text");
                }
                i++;
            }
        }
    }

    static void require(Origin origin, List<RecordedEvent> events, @Nullable String... texts) {
        for (String text : texts) {
            optional(text);
        }
        switch (origin) {
            case Origin.Command command -> require(command.name());
            case Origin.SystemTask task -> require(task.name());
        }
        events.forEach(Unicode::require);
    }

    private static void require(RecordedEvent event) {
        require(event.id());
        require(event.type().name());
        optional(event.type().revision());
        StreamPosition slot = event.aggregate();
        if (slot != null) {
            require(slot.type());
            require(slot.id());
        }
        event.metadata().forEach((key, value) -> {
            require(key);
            require(value);
        });
        event.tags().forEach(Unicode::require);
        require(event.payload().encoding());
    }

    private static void optional(@Nullable String text) {
        if (text != null) {
            require(text);
        }
    }
}
