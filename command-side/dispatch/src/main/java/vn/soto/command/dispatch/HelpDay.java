package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;

/** The day of help that a commit states, as a number of {@value #BITS} bits. */
final class HelpDay {

    static final int BITS = 15;

    /** Nobody has looked what the commit states. */
    static final int UNREAD = 0;

    /** A question about any day has to read the commit: it is about an absence, or about several days. */
    static final int ANY = 1;

    private static final long EARLIEST = LocalDate.of(1990, 1, 1).toEpochDay() - ANY - 1;
    private static final long MOST = (1L << BITS) - 1;

    private HelpDay() {}

    static int of(LocalDate day) {
        long number = day.toEpochDay() - EARLIEST;
        return number <= ANY || number > MOST ? ANY : (int) number;
    }

    /** @param events of one commit, at least those of {@link TeamCommits.Topic#HELP} */
    static int of(List<DomainEvent> events) {
        int day = UNREAD;
        for (DomainEvent event : events) {
            if (Topic.HELP.includes(event.getClass())) {
                int next = event instanceof AssistanceStated stated ? of(VietnamTime.day(stated.happenedOn())) : ANY;
                day = day == UNREAD || day == next ? next : ANY;
            }
        }
        return day;
    }
}
