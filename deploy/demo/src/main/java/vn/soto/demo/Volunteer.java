package vn.soto.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;

/** A member as the script plays it: invented, with habits; {@link DemoNames} names everybody later. */
final class Volunteer {

    final MemberId id;
    final MemberOrigin organisation;

    /** How often goes out, 1 for most, up to 6 for a few. */
    final double zeal;

    /** Types most of the month's help in one evening at its end. */
    final boolean typesAtMonthsEnd;

    /** Households to be given at the end. */
    final int share;

    final List<DemoHousehold> homes = new ArrayList<>();
    final LocalDate firstDay;
    LocalDate lastDay = LocalDate.MAX;

    Volunteer(
            MemberId id,
            MemberOrigin organisation,
            double zeal,
            boolean typesAtMonthsEnd,
            int share,
            LocalDate firstDay) {
        this.id = id;
        this.organisation = organisation;
        this.zeal = zeal;
        this.typesAtMonthsEnd = typesAtMonthsEnd;
        this.share = share;
        this.firstDay = firstDay;
    }

    boolean activeOn(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    String account() {
        return id.value();
    }

    /** Lane of what is done for this member's households: a caseload changes one household after the other. */
    String lane() {
        return id.value();
    }
}
