package vn.soto.allinone.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A member's work in a quarter, and the member's duties. */
final class MemberRecount {

    private MemberRecount() {}

    /** Records, credit and breakdowns; figures of zero are left out. */
    static Map<String, Long> activity(Books books, String member, String quarter) {
        Days days = Days.of(quarter);
        Map<String, Long> figures = new TreeMap<>();
        for (HelpRecord record : books.help()) {
            Long share = record.credit.get(member);
            if (share != null && !record.voided && days.include(record.day())) {
                figures.merge("assistances", 1L, Long::sum);
                figures.merge("DENIED".equals(record.verification) ? "withheld" : "credit", share, Long::sum);
                figures.merge("byMode." + record.said("mode"), 1L, Long::sum);
                figures.merge("byOutcome." + record.outcome, 1L, Long::sum);
                record.services().forEach(service -> figures.merge("services." + service, 1L, Long::sum));
                if (record.late) {
                    figures.merge("late", 1L, Long::sum);
                }
                if (record.verification != null) {
                    figures.merge("byVerification." + record.verification, 1L, Long::sum);
                }
            }
        }
        return figures;
    }

    /** A follow-up that is due. */
    private record Due(String member, @Nullable LocalDate planned, LocalDate on, boolean routed) {}

    /** A record of help and who looks after it. */
    private static final class Care {

        private String firstHelper = "";
        private String owner = "";
        private @Nullable LocalDate planned;
        private @Nullable Due due;

        Care(RawEvent recorded) {
            begin(recorded, "/responsible/member");
        }

        private void begin(RawEvent event, String inCharge) {
            String helper = event.textIfAny("/helpers/0/member");
            firstHelper = helper == null ? firstHelper : helper;
            String responsible = event.textIfAny(inCharge);
            owner = responsible == null ? firstHelper : responsible;
            planned = event.dayIfAny("/content/followUp");
            plan(planned, false);
        }

        private void plan(@Nullable LocalDate day, boolean routed) {
            due = day == null ? null : new Due(owner, day, day, routed);
        }

        void on(RawEvent event) {
            switch (event.name()) {
                case "assistance.corrected" -> {
                    if (event.body().hasNonNull("moved")) {
                        begin(event, "/moved/responsible/member");
                        return;
                    }
                    firstHelper = Objects.requireNonNullElse(event.textIfAny("/helpers/0/member"), firstHelper);
                    LocalDate day = event.dayIfAny("/content/followUp");
                    boolean routed = due != null && due.routed;
                    if (!Objects.equals(day, planned) && !(day == null && routed)) {
                        plan(day, routed);
                    }
                    planned = day;
                }
                case "assistance.routed" -> {
                    owner = event.text("/to/member");
                    LocalDate day = due == null ? null : due.planned;
                    due = new Due(owner, day, day == null ? event.recordedOn() : day, true);
                }
                case "assistance.followed-up" -> {
                    LocalDate next = event.dayIfAny("/next");
                    due = next == null ? null : new Due(event.text("/by/member"), next, next, false);
                }
                case "assistance.voided" -> due = null;
                default -> {
                    // changes no follow-up
                }
            }
        }
    }

    /** The records a member is to follow up in a quarter, with the day. */
    static List<String> followUps(RawLedger ledger, String member, String quarter) {
        Map<String, Care> records = new LinkedHashMap<>();
        ledger.of("assistance.").forEach(event -> {
            if (event.is("assistance.recorded")) {
                records.put(event.text("/assistance"), new Care(event));
            } else {
                Objects.requireNonNull(records.get(event.text("/assistance"))).on(event);
            }
        });
        List<String> due = new ArrayList<>();
        records.forEach((id, care) -> {
            Due owed = care.due;
            if (owed != null && owed.member.equals(member) && Days.of(quarter).include(owed.on)) {
                due.add(id + " " + owed.on);
            }
        });
        return due;
    }

    static List<String> memberships(Books books, String member) {
        List<String> memberships = new ArrayList<>();
        books.members()
                .teams
                .forEach((id, team) -> team.memberships.stream()
                        .filter(each -> each.member.equals(member))
                        .forEach(each -> memberships.add(id + " " + each.from + " " + each.until)));
        return memberships;
    }
}
