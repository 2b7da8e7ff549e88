package vn.soto.query.detection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.report.CountedEvent;
import vn.soto.contracts.report.Entered;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.query.assistance.Assistance;

/**
 * The part of a record of help that detectors see. Names, texts and contacts are not among it.
 *
 * @param event      that recorded it; {@code recordedIn} and {@code recordedAt} are its commit and that commit's time
 * @param account    that recorded it
 * @param device     on which it was entered, as the device states; absent if it states none
 * @param member     first helper of the record's team; "" if it names none
 * @param helped     household, or {@code business:} and the business; absent for a walk-in
 * @param noteBytes  length of the sealed note, which sealing does not hide; absent without a note
 */
record HelpRow(
        AssistanceId assistance,
        String event,
        long recordedIn,
        Instant recordedAt,
        String account,
        @Nullable String device,
        String member,
        @Nullable String helped,
        List<String> services,
        Channel channel,
        Mode mode,
        Instant occurredAt,
        @Nullable Integer noteBytes) {

    private static final long UNDONE_SECONDS = 60;

    /**
     * A record after these events of it, the oldest first. Helper and note stay unless a correction states others; how it was
     * entered first always stays. Absent without events.
     */
    static Optional<HelpRow> of(List<CountedEvent> record) {
        HelpRow row = null;
        for (CountedEvent one : record) {
            if (one.event() instanceof AssistanceRecorded recorded) {
                row = recorded(recorded, entered(one));
            } else if (one.event() instanceof AssistanceCorrected corrected && row != null) {
                row = row.corrected(corrected, entered(one));
            }
        }
        return Optional.ofNullable(row);
    }

    private static HelpRow recorded(AssistanceRecorded event, Entered entered) {
        return row(event, entered, helper(event.helpers()), entered.noteBytes());
    }

    private HelpRow corrected(AssistanceCorrected event, Entered entered) {
        Integer kept = event.moved() == null ? noteBytes : null;
        return row(
                event,
                new Entered(this.event, recordedIn, recordedAt, account, device, null),
                event.helpers() == null ? member : helper(event.helpers()),
                entered.noteBytes() == null ? kept : entered.noteBytes());
    }

    private static HelpRow row(AssistanceStated event, Entered first, String member, @Nullable Integer noteBytes) {
        AssistanceContent content = event.content();
        return new HelpRow(
                event.assistance(),
                first.event(),
                first.commit(),
                first.at(),
                first.account(),
                first.device(),
                member,
                Assistance.Version.helped(event.beneficiary()),
                content.services().stream().map(ServiceCode::value).toList(),
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

    /** The read model of figures keeps it with each event of a team's own help. */
    static Entered entered(CountedEvent one) {
        return Objects.requireNonNull(one.entered());
    }

    LocalDate day() {
        return VietnamTime.day(occurredAt);
    }

    /** Minute of the day of the help, from 0, in Việt Nam. */
    int minute() {
        return occurredAt.atZone(VietnamTime.ZONE).toLocalTime().toSecondOfDay() / 60;
    }

    /** Whether the hour of the help is known, see {@link AssistanceContent}: a page of a notebook states days only. */
    boolean isTimed() {
        return !occurredAt.equals(VietnamTime.start(day()));
    }

    /** Whether the help was given to one at a time: not at a class, and not at a counter where people queue. */
    boolean isOneByOne() {
        return channel == Channel.HOME_VISIT || channel == Channel.PHONE || channel == Channel.OTHER;
    }

    /** Whether the event that takes it back is of the account that recorded it, within {@value #UNDONE_SECONDS} seconds. */
    boolean isUndoneBy(CountedEvent voided) {
        Entered undoing = entered(voided);
        return Duration.between(recordedAt, undoing.at()).toSeconds() <= UNDONE_SECONDS
                && undoing.account().equals(account);
    }
}
