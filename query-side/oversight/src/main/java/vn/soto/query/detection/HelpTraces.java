package vn.soto.query.detection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;
import vn.soto.query.assistance.Assistance;
import vn.soto.query.assistance.AssistanceCredit;
import vn.soto.query.assistance.HelpFold;

/**
 * Keeps what detectors see of help: of each team and month its records, by {@code <team>/<month>}. A correction to another month
 * takes the record out of the one and brings it into the other.
 */
@Component
final class HelpTraces implements HelpFold {

    static final LogType<HelpRow, Long> HELP = LogType.of("help-traces", HelpRow.class, 32);

    static String log(String team, LocalDate day) {
        return team + "/" + YearMonth.from(day);
    }

    @Override
    public List<DocumentType<?>> documentTypes() {
        return HELP.documentTypes();
    }

    @Override
    public void fold(
            AssistanceEvent event,
            Optional<AssistanceCredit> before,
            AssistanceCredit after,
            EventContext at,
            Batch batch) {
        switch (event) {
            case AssistanceRecorded recorded -> put(recorded.team(), null, row(recorded, at), batch);
            case AssistanceCorrected corrected ->
                last(event, before, at, batch)
                        .ifPresent(was -> put(corrected.team(), was, row(corrected, was, at), batch));
            case AssistanceVoided voided ->
                last(event, before, at, batch).ifPresent(was -> put(voided.team(), was, was.voided(at), batch));
            default -> {
                // What is stated stays.
            }
        }
    }

    /** The row of the record before the event: in the month of the day that it stated then, by the event that stated it. */
    private static Optional<HelpRow> last(
            AssistanceEvent event, Optional<AssistanceCredit> before, EventContext at, Batch batch) {
        return before.flatMap(was -> {
            String log = log(
                    event.team().value(), VietnamTime.day(was.state().content().occurredAt()));
            return batch.find(Assistance.KIND, event.assistance().value()).stream()
                    .flatMap(record -> record.versions().reversed().stream())
                    .filter(version -> version.position() < at.position())
                    .flatMap(version -> HELP.find(log, version.position(), batch).stream())
                    .findFirst();
        });
    }

    private static void put(TeamId team, @Nullable HelpRow was, HelpRow now, Batch batch) {
        if (was != null && !log(team.value(), was.day()).equals(log(team.value(), now.day()))) {
            HELP.append(log(team.value(), was.day()), was.leaving(now.position(), now.commit()), batch);
        }
        HELP.append(log(team.value(), now.day()), now, batch);
    }

    private static HelpRow row(AssistanceRecorded event, EventContext at) {
        return row(
                event,
                helper(event.helpers()),
                noteBytes(event.note()),
                at,
                new Entry(at.event(), at.commit(), at.at(), at.actor(), at.device()));
    }

    /** The helper and the note stay unless the correction states others; how it was entered first always stays. */
    private static HelpRow row(AssistanceCorrected event, HelpRow was, EventContext at) {
        Integer kept = event.moved() == null ? was.noteBytes() : null;
        return row(
                event,
                event.helpers() == null ? was.member() : helper(event.helpers()),
                event.note() == null ? kept : noteBytes(event.note()),
                at,
                new Entry(was.event(), was.recordedIn(), was.recordedAt(), was.account(), was.device()));
    }

    /** How a record was entered first. */
    private record Entry(
            String event,
            long commit,
            Instant at,
            String account,
            @Nullable String device) {}

    private static HelpRow row(
            AssistanceStated event, String member, @Nullable Integer noteBytes, EventContext at, Entry entry) {
        AssistanceContent content = event.content();
        return new HelpRow(
                at.position(),
                at.commit(),
                event.assistance(),
                false,
                false,
                entry.event,
                entry.commit,
                entry.at,
                entry.account,
                entry.device,
                member,
                helped(event.beneficiary()),
                content.services().stream().map(code -> code.value()).toList(),
                content.channel(),
                content.mode(),
                content.occurredAt(),
                noteBytes);
    }

    private static String helper(List<CreditShare> helpers) {
        return helpers.stream()
                .filter(share -> share.team() == null)
                .findFirst()
                .map(share -> share.member().value())
                .orElse("");
    }

    private static @Nullable String helped(Beneficiary beneficiary) {
        if (beneficiary.household() != null) {
            return beneficiary.household().value();
        }
        return beneficiary.business() == null ? null : "business:" + beneficiary.business();
    }

    private static @Nullable Integer noteBytes(@Nullable Sealed note) {
        return note == null ? null : note.text().length() * 3 / 4;
    }
}
