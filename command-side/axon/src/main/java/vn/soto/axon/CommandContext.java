package vn.soto.axon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Guard;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;

/**
 * The header of a command's commit. It travels beside the command and is not stored with its events, except for the
 * notes.
 *
 * @param actor       the authenticated principal
 * @param correlation see {@link Draft}
 * @param causation   see {@link Draft}
 * @param notes       become metadata of each event, under the hash; nothing personal
 * @param metadata    values for handlers and interceptors beside the command, with the actor under {@link #ACTOR}
 */
public record CommandContext(
        Origin.Command origin,
        String actor,
        @Nullable String reason,
        String correlation,
        String causation,
        Map<String, String> notes,
        Map<String, Object> metadata) {

    /** Key of the actor's name beside a command. */
    public static final String ACTOR = "soto.actor";

    public CommandContext {
        notes = Map.copyOf(notes);
        Map<String, Object> beside = new HashMap<>(metadata);
        beside.put(ACTOR, actor);
        metadata = Map.copyOf(beside);
    }

    /**
     * Without notes.
     *
     * @param id      chosen by the client
     * @param content digest of the command's non-personal content
     */
    public CommandContext(
            UUID id,
            String name,
            Hash content,
            String actor,
            @Nullable String reason,
            String correlation,
            String causation) {
        this(new Origin.Command(id, name, content), actor, reason, correlation, causation, Map.of(), Map.of());
    }

    /** The same with one more entry beside the command. */
    public CommandContext with(String key, Object value) {
        Map<String, Object> more = new HashMap<>(metadata);
        more.put(key, value);
        return new CommandContext(origin, actor, reason, correlation, causation, notes, more);
    }

    /** @param corrects id of the event that is corrected */
    Draft draft(UUID draft, @Nullable String corrects, List<RecordedEvent> events, List<Guard> guards) {
        return new Draft(draft, origin, actor, reason, corrects, correlation, causation, events, guards);
    }
}
