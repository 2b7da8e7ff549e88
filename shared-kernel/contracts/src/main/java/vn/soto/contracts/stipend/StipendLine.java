package vn.soto.contracts.stipend;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * The pay of a member, or of a team if its lump sum goes to the team.
 *
 * @param member   absent where the lump sum goes to the team
 * @param months   months that count
 * @param days     days of mobilisation that count
 * @param nights   nights of mobilisation that count
 * @param amount   whole đồng
 * @param evidence numbers of the commits with the memberships and mobilisations, ascending
 */
public record StipendLine(
        TeamId team,
        @Nullable MemberId member,
        List<YearMonth> months,
        List<LocalDate> days,
        List<LocalDate> nights,
        long amount,
        List<Long> evidence) {

    public StipendLine {
        months = List.copyOf(months);
        days = List.copyOf(days);
        nights = List.copyOf(nights);
        evidence = List.copyOf(evidence);
    }

    /**
     * The claims that the line pays, each of which may be paid once: a person's months and days, or a team's months.
     */
    public Stream<String> claims() {
        return Stream.of(months, days, nights).flatMap(List::stream).map(time -> claim(team, member, time));
    }

    /** @param time a month or a day */
    public static String claim(TeamId team, @Nullable MemberId member, Object time) {
        return (member == null ? "team:" + team : "member:" + member) + ' ' + time;
    }
}
