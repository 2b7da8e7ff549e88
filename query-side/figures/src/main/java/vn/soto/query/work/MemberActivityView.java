package vn.soto.query.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.MemberId;
import vn.soto.query.assistance.HelpLine;
import vn.soto.query.period.UnitPeriods.OtherDays;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
import vn.soto.query.period.Week;
import vn.soto.query.work.MemberWork.Credit;

/**
 * A member's quarter, over all teams.
 *
 * @param days        {@code reporting} for the days of the reports of the member's team, {@code calendar} for those of the calendar
 *     quarter
 * @param otherDays   those of the other choice of {@code days}; absent if they are the same
 * @param assistances number of records of help the member took part in
 * @param credit      credit for them, in hundredths of a record, without what is withheld
 * @param withheld    credit for those that a call-back denies or that wait for a confirmation, until they are confirmed
 * @param late        number of them entered later than the policy allows without giving a reason
 * @param latest      latest day of help; absent without records
 * @param services    number of records by service of the catalogue; only services that occur
 * @param weeks       the records of the twelve weeks up to the end of the quarter, or up to today while it lasts
 * @param records     records from {@code from} on
 * @param next        {@code from} of the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberActivityView(
        MemberId member,
        String quarter,
        QuarterCalendar calendar,
        LocalDate firstDay,
        LocalDate lastDay,
        String days,
        @Nullable OtherDays otherDays,
        long assistances,
        long credit,
        long withheld,
        long late,
        @Nullable LocalDate latest,
        Map<String, Long> byMode,
        Map<String, Long> byOutcome,
        Map<String, Long> byVerification,
        Map<String, Long> services,
        List<Week> weeks,
        List<Line> records,
        @Nullable Integer next) {

    /** @param hundredths the member's part in the credit */
    record Line(@JsonUnwrapped HelpLine help, int hundredths) {}

    static MemberActivityView of(String member, UnitQuarter quarter, MemberWork.Work work, int from, int limit) {
        List<Credit> rows = work.of(member);
        int end = Math.min(rows.size(), from + limit);
        List<Credit> page = rows.subList(Math.min(from, end), end);
        Map<String, HelpLine> help = new LinkedHashMap<>();
        rows.forEach(row ->
                help.put(row.assistance(), Objects.requireNonNull(work.lines().get(row.assistance()))));
        return new MemberActivityView(
                new MemberId(member),
                quarter.quarter().toString(),
                quarter.calendar(),
                quarter.firstDay(),
                quarter.lastDay(),
                quarter.chosen().text(),
                quarter.other(),
                rows.size(),
                credit(rows, false),
                credit(rows, true),
                rows.stream().filter(row -> row.said().late()).count(),
                work.latest(member),
                counts(Mode.values(), rows, row -> row.said().mode()),
                counts(AssistanceOutcome.values(), rows, row -> row.said().outcome()),
                counts(Verification.values(), rows, row -> row.said().verification()),
                help.values().stream()
                        .flatMap(line -> line.services().stream())
                        .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting())),
                work.weeks(line -> true),
                page.stream()
                        .map(row -> new Line(Objects.requireNonNull(help.get(row.assistance())), row.hundredths()))
                        .toList(),
                end < rows.size() ? end : null);
    }

    private static long credit(List<Credit> rows, boolean withheld) {
        return rows.stream()
                .filter(row -> row.isWithheld() == withheld)
                .mapToLong(Credit::hundredths)
                .sum();
    }

    /** Adds a zero for every value that does not occur. */
    private static <E extends Enum<E>> Map<String, Long> counts(
            E[] values, Collection<Credit> rows, Function<Credit, @Nullable E> value) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Stream.of(values).forEach(each -> counts.put(each.name(), 0L));
        rows.stream()
                .flatMap(row -> Stream.ofNullable(value.apply(row)))
                .forEach(each -> counts.merge(each.name(), 1L, Long::sum));
        return counts;
    }
}
