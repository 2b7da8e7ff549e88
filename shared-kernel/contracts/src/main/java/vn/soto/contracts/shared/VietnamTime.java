package vn.soto.contracts.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Civil days in Việt Nam: UTC+7, no daylight saving. */
public final class VietnamTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private VietnamTime() {}

    public static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The first instant of a day. */
    public static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
