package vn.soto.query.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.projection.log.Page;
import vn.soto.query.activity.HelpLines;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.BooleanParameter;
import vn.soto.query.http.QueryAnswer;
import vn.soto.query.http.QueryContext;
import vn.soto.query.http.QueryExecutor;
import vn.soto.query.http.Range;
import vn.soto.query.http.Today;
import vn.soto.query.link.IdKind;
import vn.soto.query.member.Members;
import vn.soto.query.period.SubjectPeriods;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.Reader;
import vn.soto.query.unit.ListedUnits;
import vn.soto.web.EndpointRight;
import vn.soto.web.FoldedText;
import vn.soto.web.Requires;

/** Lists households by unit and by responsible member, in the order of arrival. */
@RestController
final class HouseholdListEndpoint {

    private final QueryExecutor queries;
    private final Households households;
    private final ListedUnits units;
    private final Members members;
    private final HelpLines help;
    private final SubjectPeriods periods;
    private final Today today;
    private final QuerySettings settings;

    HouseholdListEndpoint(
            QueryExecutor queries,
            Households households,
            ListedUnits units,
            Members members,
            HelpLines help,
            SubjectPeriods periods,
            Today today,
            QuerySettings settings) {
        this.members = members;
        this.help = help;
        this.periods = periods;
        this.queries = queries;
        this.households = households;
        this.units = units;
        this.today = today;
        this.settings = settings;
    }

    /**
     * Lists the households that live in a residential unit and count, those of units that became part of it as a whole included; of
     * a commune, those of its residential units, one unit after the other. With {@code unassigned=true} only those for which no
     * member can act, with {@code helped=false} only those not helped in the current quarter, with {@code reference} only those with that
     * code, with {@code part} those whose code has it in it; case and signs between letters and digits are ignored. Pages belong together as of one commit.
     */
    @Requires(value = EndpointRight.RECORDS, of = "unit", part = true)
    @GetMapping("/api/units/{unit}/households")
    Mono<QueryAnswer<Page<HouseholdLine>>> ofUnit(
            QueryContext context,
            @PathVariable String unit,
            @RequestParam Optional<BooleanParameter> unassigned,
            @RequestParam Optional<BooleanParameter> helped,
            @RequestParam Optional<String> reference,
            @RequestParam Optional<String> part,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        return queries.answer(context, asOf -> {
            LocalDate day = today.of(context, asOf);
            List<String> listed = units.of("/api/units/{unit}/households", unit, day, asOf);
            Predicate<HouseholdLine> was = was(helped, IdKind.UNIT, unit, day, asOf);
            boolean noOne = unassigned.equals(Optional.of(BooleanParameter.TRUE));
            String code = FoldedText.of(reference.orElse("")).code();
            return households.ofUnits(
                    listed,
                    day,
                    line -> (!noOne || line.unassigned())
                            && (code.isEmpty()
                                    || FoldedText.of(line.reference()).code().equals(code))
                            && has(line, part)
                            && was.test(line),
                    Range.FROM.check(from).orElse(0L),
                    Range.limit(limit, settings),
                    asOf);
        });
    }

    private static boolean has(HouseholdLine line, Optional<String> part) {
        return part.filter(wanted -> !FoldedText.of(line.reference())
                        .code()
                        .contains(FoldedText.of(wanted).code()))
                .isEmpty();
    }

    /** Whether a household was helped in the current quarter of the unit or member, if that is asked. */
    private Predicate<HouseholdLine> was(
            Optional<BooleanParameter> wanted, IdKind kind, String id, LocalDate day, long asOf) {
        if (wanted.isEmpty()) {
            return line -> true;
        }
        QuarterDays days = periods.of(kind, id, Optional.empty(), Optional.empty(), day, asOf)
                .days();
        return line -> wanted.equals(Optional.of(BooleanParameter.TRUE)) == help.helped(line.household(), days, asOf);
    }

    /**
     * Lists the households a member is responsible for, in all teams that the reader reaches; with {@code helped=false} only those not
     * helped in the current quarter, with {@code part} those whose code has it in it.
     */
    @Requires(value = EndpointRight.RECORDS, of = "member")
    @GetMapping("/api/members/{member}/households")
    Mono<QueryAnswer<Page<HouseholdLine>>> ofMember(
            QueryContext context,
            @PathVariable String member,
            @RequestParam Optional<BooleanParameter> helped,
            @RequestParam Optional<String> part,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        return queries.answer(context, asOf -> {
            members.require(member, asOf);
            LocalDate day = today.of(context, asOf);
            Predicate<HouseholdLine> was = was(helped, IdKind.MEMBER, member, day, asOf);
            return households.ofMember(
                    member,
                    day,
                    line -> isSeen(line) && has(line, part) && was.test(line),
                    Range.FROM.check(from).orElse(0L),
                    Range.limit(limit, settings),
                    asOf);
        });
    }

    /** Also of who is responsible for it: whoever left a team, or was never confirmed in it, has no right there. */
    static boolean isSeen(HouseholdLine line) {
        return Reader.current()
                .reaches(
                        EndpointRight.RECORDS,
                        Locations.inUnits(List.of(line.unit()))
                                .and(Locations.ofTeams(
                                        Stream.ofNullable(line.team()).toList())));
    }
}
