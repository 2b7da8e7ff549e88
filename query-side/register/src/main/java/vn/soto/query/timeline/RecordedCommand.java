package vn.soto.query.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.query.event.EventNames;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.reading.SeenEvent;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.EventPart;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A commit with the command that made it.
 *
 * @param command name of the command; absent, like {@code id}, for a task of the system
 * @param id      id of the command
 * @param who     account that sent it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordedCommand(
        @IdOf(IdKind.COMMIT) long commit,
        Instant recorded,
        @Doer String who,
        @Nullable String command,
        @Nullable UUID id,
        @JsonUnwrapped CommitReasons.Shown reason,
        List<Recorded> events) {

    /**
     * @param name  stored name, such as {@code household.registered.v1}
     * @param about its subjects, such as {@code household:<id>}
     * @param body  body as stored, with sealed texts sealed; of a household or business out of reach without where it is
     */
    record Recorded(
            long position,
            String event,
            String name,
            List<String> about,
            @JsonRawValue String body) implements EventPart {}

    static RecordedCommand of(Commit commit, Predicate<RecordedEvent> wanted, CommitReasons.Shown reason) {
        Origin.Command command = commit.origin() instanceof Origin.Command of ? of : null;
        return new RecordedCommand(
                commit.number(),
                commit.at(),
                commit.actor(),
                command == null ? null : command.name(),
                command == null ? null : command.id(),
                reason,
                events(commit, wanted));
    }

    private static List<Recorded> events(Commit commit, Predicate<RecordedEvent> wanted) {
        List<Recorded> events = new ArrayList<>();
        for (int index = 0; index < commit.events().size(); index++) {
            RecordedEvent event = commit.events().get(index);
            if (wanted.test(event)) {
                SeenEvent seen = SeenEvent.of(event);
                events.add(new Recorded(
                        commit.first() + index, event.id(), EventNames.of(event.type()), seen.about(), seen.body()));
            }
        }
        return events;
    }
}
