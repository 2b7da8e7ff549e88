package vn.soto.query.member;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.projection.Documents;
import vn.soto.query.assistance.HelpLine;
import vn.soto.query.assistance.HelpLines;
import vn.soto.query.member.MemberActivity.CreditRow;
import vn.soto.query.period.Week;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

/** The records of help that members took part in, those that the reader reaches. */
@Component
record MemberWork(Documents documents, HelpLines help) {

    /**
     * The work of some members in a quarter and the weeks before.
     *
     * @param rows  of each member in the quarter, in the order of their events
     * @param lines the records of the rows and of the weeks, by id
     * @param last  last day of the weeks: of the quarter, or today while it lasts
     */
    record Work(Map<String, List<CreditRow>> rows, Map<String, HelpLine> lines, LocalDate last) {

        List<CreditRow> of(String member) {
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

    Work of(Collection<String> members, QuarterDays days, LocalDate today, long asOf) {
        LocalDate last = days.lastDay().isBefore(today) ? days.lastDay() : today;
        LocalDate weeks = Week.first(last);
        Map<String, List<CreditRow>> rows = new HashMap<>();
        List<YearMonth> months = months(weeks.isBefore(days.firstDay()) ? weeks : days.firstDay(), days.lastDay());
        List<String> lists = members.stream()
                .flatMap(member -> months.stream().map(each -> MemberActivity.id(member, each)))
                .toList();
        MemberActivity.ROWS
                .find(lists, documents)
                .forEach((id, activity) -> rows.put(id, MemberActivity.standing(activity, asOf)));
        Set<String> seen = Reader.current()
                .reached(
                        EndpointRight.RECORDS,
                        IdKind.ASSISTANCE,
                        rows.values().stream()
                                .flatMap(List::stream)
                                .map(CreditRow::assistance)
                                .distinct()
                                .toList());
        Map<String, HelpLine> lines = help.find(seen, asOf);
        return new Work(
                members.stream()
                        .distinct()
                        .collect(Collectors.toMap(
                                member -> member,
                                member -> months.stream()
                                        .flatMap(each ->
                                                rows.getOrDefault(MemberActivity.id(member, each), List.of()).stream())
                                        .filter(row -> Optional.ofNullable(lines.get(row.assistance()))
                                                .filter(line -> days.contains(line.day()))
                                                .isPresent())
                                        .sorted(Comparator.comparingLong(CreditRow::order))
                                        .toList())),
                lines,
                last);
    }

    private static List<YearMonth> months(LocalDate first, LocalDate last) {
        YearMonth end = YearMonth.from(last);
        return Stream.iterate(YearMonth.from(first), month -> !month.isAfter(end), month -> month.plusMonths(1))
                .toList();
    }
}
