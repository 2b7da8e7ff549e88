package vn.soto.command.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedUnconfirmed;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.ledger.Commit;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.plans.CommandTrials.TriedCommand;

/**
 * The effects that a command would have, in the reader's language; none of them is recorded. The preview of corrections
 * takes it as it is.
 *
 * @param command      its name
 * @param secondPerson whether it would wait for a second person, and do this after that
 * @param after        number of the last commit that was known
 * @param at           when it was decided
 * @param corrects     id of the event that it corrects
 * @param created      ids of the aggregates that it would create
 * @param events       none where a right of the past allows it: they tell of today
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DryRunAnswer(
        String command,
        boolean secondPerson,
        long after,
        Instant at,
        @Nullable String corrects,
        List<String> created,
        List<Decided> events,
        List<WarningAnswer> warnings) {

    /**
     * An event in the form in which it would be stored.
     *
     * @param name      its stored name
     * @param revision  of the name
     * @param aggregate id of its aggregate; absent, like the sequence, outside any
     * @param sequence  its place among the aggregate's events
     * @param content   its fields; what would be sealed is {@link ShownEventContent#OMITTED}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decided(
            String name,
            @Nullable String revision,
            @Nullable String aggregate,
            @Nullable Long sequence,
            List<String> tags,
            JsonNode content) {

        static Decided of(RecordedEvent recorded, DomainEvent event) {
            StreamPosition at = recorded.aggregate();
            return new Decided(
                    recorded.type().name(),
                    recorded.type().revision(),
                    at == null ? null : at.id(),
                    at == null ? null : (Long) at.sequence(),
                    recorded.tags(),
                    ShownEventContent.without(event, recorded.payload()));
        }
    }

    public static DryRunAnswer of(TriedCommand trial, Locale language) {
        Commit commit = trial.commit();
        List<RecordedEvent> recorded = commit.events();
        boolean ofThePast = trial.events().stream().anyMatch(AssistanceFlaggedUnconfirmed.class::isInstance);
        return new DryRunAnswer(
                trial.command().name(),
                trial.secondPerson(),
                commit.number() - 1,
                commit.at(),
                commit.corrects(),
                CommandOutcome.created(commit),
                IntStream.range(0, ofThePast ? 0 : recorded.size())
                        .mapToObj(
                                i -> Decided.of(recorded.get(i), trial.events().get(i)))
                        .toList(),
                WarningAnswer.ofTrial(trial.warnings(), Problems.texts(), language));
    }
}
