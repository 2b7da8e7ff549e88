package vn.soto.query.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.Confirmation;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.MemberId;
import vn.soto.projection.Documents;
import vn.soto.query.assistance.Assistance;
import vn.soto.query.assistance.Assistance.Version;
import vn.soto.query.assistance.AssistanceCredit.Said;
import vn.soto.query.assistance.HelpLine;
import vn.soto.query.member.Members;
import vn.soto.query.period.Week;
import vn.soto.query.reading.Reader;
import vn.soto.query.report.TeamHelp;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

/** The records of help that members took part in, those that the reader reaches. */
@Component
record MemberWork(Documents documents, Members members, TeamHelp help) {

    /**
     * A member's part in a record.
     *
     * @param since position of the event since which the record gives its members these figures
     */
    record Credit(long since, String assistance, int hundredths, Said said) {

        /** Whether the last call-back denies the help, or nobody has confirmed what needs it: until then it gives no credit. */
        boolean isWithheld() {
            return said.verification() == Verification.DENIED || said.confirmation() == Confirmation.AWAITED;
        }
    }

    /**
     * The work of some members in a quarter and the weeks before.
     *
     * @param rows  of each member in the quarter, in the order of their events
     * @param lines the records of the rows and of the weeks, by id
     * @param last  last day of the weeks: of the quarter, or today while it lasts
     */
    record Work(Map<String, List<Credit>> rows, Map<String, HelpLine> lines, LocalDate last) {

        List<Credit> of(String member) {
            return rows.getOrDefault(member, List.of());
        }

        /** Latest day of help in the quarter; absent without records. */
        @Nullable
        LocalDate latest(String member) {
            return of(member).stream()
                    .map(row ->
                            Objects.requireNonNull(lines.get(row.assistance())).day())
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }

        /** The records of the twelve weeks of which this holds, one that several took part in once. */
        List<Week> weeks(Predicate<HelpLine> counted) {
            return Week.latest(
                    lines.values().stream()
                            .filter(counted)
                            .map(HelpLine::day)
                            .filter(day -> !day.isAfter(last))
                            .toList(),
                    last);
        }
    }

    Work of(Collection<String> of, QuarterDays days, LocalDate today, long asOf) {
        LocalDate last = days.lastDay().isBefore(today) ? days.lastDay() : today;
        LocalDate weeks = Week.first(last);
        LocalDate first = weeks.isBefore(days.firstDay()) ? weeks : days.firstDay();
        Set<MemberId> wanted = of.stream().map(MemberId::new).collect(Collectors.toSet());
        Map<String, Assistance> records = records(of, wanted, first, days.lastDay());
        Map<String, Version> since = new HashMap<>();
        records.forEach((id, record) -> record.creditedSince(asOf)
                .filter(version -> isOf(version.state(), wanted, first, days.lastDay()))
                .ifPresent(version -> since.put(id, version)));
        since.keySet().retainAll(Reader.current().reached(EndpointRight.RECORDS, IdKind.ASSISTANCE, since.keySet()));
        Map<String, HelpLine> lines = new HashMap<>();
        Map<String, List<Credit>> rows = new HashMap<>();
        since.forEach((id, version) -> {
            Assistance record = Objects.requireNonNull(records.get(id));
            record.asOf(asOf).ifPresent(now -> lines.put(id, HelpLine.of(id, now.state())));
            if (days.contains(version.state().day())) {
                for (CreditShare share : version.state().helpers()) {
                    rows.computeIfAbsent(share.member().value(), member -> new ArrayList<>())
                            .add(new Credit(version.position(), id, share.hundredths(), Said.of(version.state())));
                }
            }
        });
        rows.values().forEach(each -> each.sort(Comparator.comparingLong(Credit::since)));
        return new Work(rows, lines, last);
    }

    /** All that some event said to be of the members and the days. */
    private Map<String, Assistance> records(Collection<String> of, Set<MemberId> ids, LocalDate first, LocalDate last) {
        return documents.find(
                Assistance.KIND,
                members.teams(of).stream()
                        .flatMap(team -> help.of(team, ids, first, last).stream())
                        .map(AssistanceId::value)
                        .collect(Collectors.toSet()));
    }

    private static boolean isOf(AssistanceState state, Set<MemberId> members, LocalDate first, LocalDate last) {
        return !state.voided()
                && !state.day().isBefore(first)
                && !state.day().isAfter(last)
                && state.members().stream().anyMatch(members::contains);
    }
}
