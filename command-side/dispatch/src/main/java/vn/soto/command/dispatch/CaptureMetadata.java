package vn.soto.command.dispatch;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.DeviceId;
import vn.soto.ledger.Micros;

/**
 * The time and device of a command's entry, as the device states them. Stored as metadata {@code device} and
 * {@code entered} of each event. No rule reads it, and a repeat with other capture metadata is still a repeat.
 */
public record CaptureMetadata(
        @Nullable Instant entered, @Nullable DeviceId device) {

    private static final CaptureMetadata NONE = new CaptureMetadata(null, null);
    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    /** No device and no time of entry. */
    public static CaptureMetadata none() {
        return NONE;
    }

    Map<String, String> notes() {
        Map<String, String> notes = new TreeMap<>();
        if (device != null) {
            notes.put("device", device.value());
        }
        if (entered != null) {
            notes.put("entered", MICROSECONDS.format(Micros.truncate(entered)));
        }
        return notes;
    }
}
