package vn.soto.ledgerwriter.axon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Guard;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;

/**
 * What the commit of a command says besides its events, carried beside the command; of it only the notes become event
 * metadata. Afterwards it holds that commit. One context belongs to one attempt at handling a command.
 */
public final class CommandContext {

    /** Key of the actor's name beside a command, for handlers. */
    public static final String ACTOR = "soto.actor";

    private static final String KEY = "soto.command";

    private final Origin.Command origin;
    private final String actor;
    private final @Nullable String reason;
    private final @Nullable String target;
    private final String correlation;
    private final String causation;
    private final Map<String, String> notes;
    private final Map<String, Object> beside = new HashMap<>();
    private volatile @Nullable Commit commit;

    /**
     * @param id          chosen by the client
     * @param content     digest of the command's non-personal content
     * @param actor       the authenticated principal
     * @param target      id of the aggregate whose last event the command corrects, if it corrects one
     * @param correlation see {@link Draft}
     * @param causation   see {@link Draft}
     */
    public CommandContext(
            UUID id,
            String name,
            Hash content,
            String actor,
            @Nullable String reason,
            @Nullable String target,
            String correlation,
            String causation) {
        this(id, name, content, actor, reason, target, correlation, causation, Map.of());
    }

    /** @param notes what each event of the commit says beside its body, under the hash; nothing personal */
    public CommandContext(
            UUID id,
            String name,
            Hash content,
            String actor,
            @Nullable String reason,
            @Nullable String target,
            String correlation,
            String causation,
            Map<String, String> notes) {
        this.origin = new Origin.Command(id, name, content);
        this.actor = actor;
        this.reason = reason;
        this.target = target;
        this.correlation = correlation;
        this.causation = causation;
        this.notes = Map.copyOf(notes);
        beside.put(KEY, this);
        beside.put(ACTOR, actor);
    }

    /** Puts something beside the command, for handlers and what stands before them. */
    public CommandContext with(String key, Object value) {
        beside.put(key, value);
        return this;
    }

    /** The commit the command made; empty before, after a refusal and if it decided nothing. */
    public Optional<Commit> commit() {
        return Optional.ofNullable(commit);
    }

    Map<String, Object> asMetaData() {
        return Map.copyOf(beside);
    }

    static @Nullable CommandContext of(Message<?> message) {
        return (CommandContext) message.getMetaData().get(KEY);
    }

    Map<String, String> notes() {
        return notes;
    }

    void recorded(Commit made) {
        commit = made;
    }

    @Nullable
    String target() {
        return target;
    }

    /** @param corrects id of the event that is corrected */
    Draft draft(UUID draft, @Nullable String corrects, List<RecordedEvent> events, List<Guard> guards) {
        return new Draft(draft, origin, actor, reason, corrects, correlation, causation, events, guards);
    }
}
