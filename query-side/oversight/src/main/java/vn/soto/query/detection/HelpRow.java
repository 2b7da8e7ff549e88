package vn.soto.query.detection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.projection.Stamped;
import vn.soto.projection.source.EventContext;

/**
 * The part of a record of help that detectors see, after an event. Names, texts and contacts are not among it.
 *
 * @param gone       whether the record counts in the month of the row no more
 * @param undone     whether the account that recorded it took it back within {@value #UNDONE_SECONDS} seconds
 * @param event      that recorded it; {@code recordedIn} and {@code recordedAt} are its commit and that commit's time
 * @param account    that recorded it
 * @param device     on which it was entered, as the device states; absent if it states none
 * @param member     first helper of the record's team; "" if it names none
 * @param helped     household, or {@code business:} and the business; absent for a walk-in
 * @param noteBytes  length of the sealed note, which sealing does not hide; absent without a note
 */
public record HelpRow(
        long position,
        long commit,
        AssistanceId assistance,
        boolean gone,
        boolean undone,
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
        @Nullable Integer noteBytes)
        implements Stamped {

    private static final long UNDONE_SECONDS = 60;

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

    /** After an event that takes it out of its month into another. */
    HelpRow leaving(long at, long in) {
        return gone(at, in, false);
    }

    /** After an event that takes it back. */
    HelpRow voided(EventContext at) {
        boolean atOnce = Duration.between(recordedAt, at.at()).toSeconds() <= UNDONE_SECONDS;
        return gone(at.position(), at.commit(), atOnce && at.actor().equals(account));
    }

    private HelpRow gone(long at, long in, boolean atOnce) {
        return new HelpRow(
                at,
                in,
                assistance,
                true,
                atOnce,
                event,
                recordedIn,
                recordedAt,
                account,
                device,
                member,
                helped,
                services,
                channel,
                mode,
                occurredAt,
                noteBytes);
    }
}
