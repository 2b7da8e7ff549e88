package vn.soto.query.detection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.projection.Stamped;

/**
 * What detectors see of a record of help after an event. Names, texts and contacts are not among it.
 *
 * @param gone       whether the record counts in the month of the row no more
 * @param event      that recorded it; {@code recordedIn} and {@code recordedAt} are its commit and that commit's time
 * @param device     on which it was entered, as the device states; absent if it states none
 * @param member     first helper of the record's team; "" if it names none
 * @param helped     household, or {@code business:} and the business; absent for a walk-in
 * @param noteBytes  length of the sealed note, which sealing does not hide; absent without a note
 */
public record HelpRow(
        long position,
        long commit,
        String assistance,
        boolean gone,
        String event,
        long recordedIn,
        Instant recordedAt,
        @Nullable String device,
        String member,
        @Nullable String helped,
        List<String> services,
        Channel channel,
        Mode mode,
        Instant occurredAt,
        @Nullable Integer noteBytes)
        implements Stamped {

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

    HelpRow leaving(long at, long in) {
        return new HelpRow(
                at,
                in,
                assistance,
                true,
                event,
                recordedIn,
                recordedAt,
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
