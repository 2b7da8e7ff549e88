package vn.soto.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Origin;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;

/**
 * One of several copies of the demo's year in the same province. They share its districts and communes; everything else has an
 * id of its own. Bytes are stored as they are but for ids, so that hashes within reports and rounds
 * are those of the original.
 *
 * @param number 0 for the original
 */
record YearCopies(int number) {

    /** Streams that all copies share, and only the original writes. */
    private static final Pattern SHARED = Pattern.compile(
            "((hcm|bd)-\\d{3}|role-holders:.*|(unit-name|people-counts|reporting-periods):(hcm|bd)-.*|unit-(report|target|coverage):(hcm|bd)-\\d{3}(:.*)?)");

    private static final String UUID_TEXT = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** Ids as they stand in texts: of things, people, units and accounts. */
    private static final Pattern ID = Pattern.compile("(?<![0-9a-z-])(?:(?<uuid>" + UUID_TEXT
            + ")|(?<name>demo-[a-z0-9-]+|bau-bang-\\d\\d|kp-\\d+)"
            + "|(?<account>(?<=\"account\":\"|account:)[a-z0-9-]+))(?![0-9a-z-])");

    /** The draft of the copy in place of a commit of the original; nothing if that is about the province alone. */
    Optional<Draft> of(Commit original) {
        List<RecordedEvent> events = original.events().stream()
                .filter(event -> number == 0 || !isShared(event.aggregate()))
                .map(this::event)
                .toList();
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(new Draft(
                        id(original.id()),
                        origin(original.origin()),
                        text(original.actor()),
                        original.reason(),
                        original.corrects() == null ? null : text(original.corrects()),
                        text(original.correlation()),
                        text(original.causation()),
                        events,
                        List.of()));
    }

    private static boolean isShared(@Nullable StreamPosition place) {
        return place != null && SHARED.matcher(place.id()).matches();
    }

    private RecordedEvent event(RecordedEvent event) {
        StreamPosition place = event.aggregate();
        return new RecordedEvent(
                text(event.id()),
                event.timestamp(),
                event.type(),
                place == null ? null : new StreamPosition(place.type(), text(place.id()), place.sequence()),
                event.metadata(),
                event.tags().stream().map(this::text).toList(),
                new Payload(
                        event.payload().encoding(),
                        text(new String(event.payload().bytes(), StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private Origin origin(Origin origin) {
        return switch (origin) {
            case Origin.Command command -> new Origin.Command(id(command.id()), command.name(), command.content());
            case Origin.SystemTask task -> task;
        };
    }

    /** A text with the copy's ids in place of the original's. */
    String text(String original) {
        if (number == 0) {
            return original;
        }
        Matcher ids = ID.matcher(original);
        return ids.replaceAll(found -> found.group("uuid") == null
                ? found.group() + suffix()
                : id(UUID.fromString(found.group())).toString());
    }

    /** The copy of an account of the original. */
    String account(String original) {
        return number == 0 ? original : original + suffix();
    }

    /** The demo has an account administrator-2 of its own. */
    private String suffix() {
        return "-c" + number;
    }

    /** In the order of time as before: the last digits are chance. */
    private UUID id(UUID original) {
        return new UUID(original.getMostSignificantBits(), original.getLeastSignificantBits() ^ ((long) number << 32));
    }
}
