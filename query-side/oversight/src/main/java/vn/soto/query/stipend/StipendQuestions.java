package vn.soto.query.stipend;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.stipend.CampaignRate;
import vn.soto.contracts.stipend.MobilisationEvent;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationStated;
import vn.soto.contracts.stipend.MobilisationsId;
import vn.soto.contracts.stipend.Shift;
import vn.soto.contracts.stipend.StipendLine;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.contracts.stipend.StipendPolicyEvent;
import vn.soto.contracts.stipend.StipendPolicyEvent.StipendPolicyAdopted;
import vn.soto.contracts.stipend.StipendScheme;
import vn.soto.contracts.stipend.StipendSpan;
import vn.soto.contracts.stipend.UnitMultiplier;
import vn.soto.contracts.team.MemberId;
import vn.soto.events.EventCodec;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.Histories;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.stipend.StatementHistory.Version;
import vn.soto.query.stipend.StipendView.EvidencePage;
import vn.soto.query.stipend.StipendView.StatementSummary;
import vn.soto.query.stipend.StipendViews.Part;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.SubjectLookup;
import vn.soto.query.subject.Subjects;
import vn.soto.query.team.Teams;
import vn.soto.query.unit.EndedUnitLists;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;

/** Answers what the teams of a unit are paid, and why. */
@RestController
record StipendQuestions(
        StipendStatements statements,
        Units units,
        EndedUnitLists ended,
        StipendViews views,
        Histories histories,
        EventCodec codec,
        Teams teams,
        StatementStages stages) {

    /** A statement lies in its unit. */
    @Bean
    static Subjects statementSubjects(StipendStatements statements) {
        return Subjects.at(
                IdKind.STATEMENT,
                SubjectLookup.each((id, day, asOf) -> statements
                        .find(id, asOf)
                        .latest()
                        .map(latest -> Locations.inUnit(latest.computed().unit().value()))));
    }

    private static final Range VERSION = new Range("version", 1, Integer.MAX_VALUE);
    private static final Range FROM = new Range("from", 0, Integer.MAX_VALUE);

    /** The unit's statements, the latest period first; with {@code period}, that one. */
    @Query(at = "/api/units/{unit}/stipends", right = EndpointRight.STIPENDS, of = "unit")
    List<StatementSummary> statements(
            Asked asked, @PathVariable String unit, @RequestParam Optional<StipendPeriod> period) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        LocalDate day = asked.today();
        if (units.find(unit, day, asOf).isEmpty()) {
            throw QueryProblemException.absent("unit", unit);
        }
        List<StatementSummary> found = statements.periods(unit).stream()
                .filter(each -> period.filter(wanted -> !wanted.equals(each)).isEmpty())
                .map(each -> statements.find(StipendStatements.id(unit, each), asOf))
                .flatMap(history -> history.latest().stream().map(latest -> views.summary(latest, history, language)))
                .toList();
        if (found.isEmpty()) {
            ended.lead(unit, day, asOf);
        }
        return found;
    }

    /** A version of the statement, or the latest, with its lines from {@code from} on. */
    @Query(at = "/api/stipends/{statement}", right = EndpointRight.STIPENDS, of = "statement")
    StipendView statement(
            Asked asked,
            @PathVariable String statement,
            @RequestParam Optional<Long> version,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        Locale language = asked.language();
        Optional<Long> number = VERSION.check(version);
        Part part = part(asked, from, limit);
        StatementHistory history = statements.find(statement, asked.asOf());
        asked.refusedNow(stages.of(history, asked.asOf()));
        return views.view(version(history, statement, number), history, part, language);
    }

    /** The commits behind the lines of a version, or the latest; of one team or member, if asked. */
    @Query(at = "/api/stipends/{statement}/evidence", right = EndpointRight.STIPENDS, of = "statement")
    EvidencePage evidence(
            Asked asked,
            @PathVariable String statement,
            @RequestParam Optional<Long> version,
            @RequestParam Optional<String> team,
            @RequestParam Optional<String> member,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        Optional<Long> number = VERSION.check(version);
        Part part = part(asked, from, limit);
        Version found = version(statements.find(statement, asked.asOf()), statement, number);
        Stream<StipendLine> lines = found.computed().content().lines().stream()
                .filter(line -> team.filter(wanted -> !wanted.equals(line.team().value()))
                        .isEmpty())
                .filter(line -> member.isEmpty()
                        || (line.member() != null
                                && member.get().equals(line.member().value())));
        return views.evidence(found, lines, part);
    }

    private static Part part(Asked asked, Optional<Long> from, Optional<Long> limit) {
        return new Part(FROM.check(from).orElse(0L).intValue(), asked.limit(limit));
    }

    private static Version version(StatementHistory history, String statement, Optional<Long> number) {
        Version latest = history.latest().orElseThrow(() -> QueryProblemException.absent("statement", statement));
        return number.isEmpty()
                ? latest
                : history.version(number.get())
                        .orElseThrow(() -> QueryProblemException.absent(
                                "version", number.get().toString()));
    }

    /** Id of the one aggregate that holds all versions. */
    private static final String POLICY = "stipend-policy";

    /**
     * A version of the rates, in whole đồng.
     *
     * @param instrument number of the decision that sets them
     * @param fewestDays days of a month on which a member can act for the month to count
     * @param withdrawn  whether it was taken back, so that it applies in no month
     * @param span         time for which the lump sum is told; absent means a month
     * @param mostPerMonth most that a member gets of a month; absent if nothing limits it
     * @param mostPerYear  most of a year over all statements; absent if nothing limits it
     * @param campaigns    rates of campaigns; absent if there are none
     * @param multipliers  of communes whose rates differ; absent if there are none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StipendRates(
            int version,
            StipendScheme scheme,
            long perMonth,
            long perDay,
            long perNight,
            int fewestDays,
            String instrument,
            LocalDate signedOn,
            LocalDate effectiveFrom,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String by,
            boolean withdrawn,
            @Nullable StipendSpan span,
            @Nullable Long mostPerMonth,
            @Nullable Long mostPerYear,
            @Nullable List<CampaignRate> campaigns,
            @Nullable List<UnitMultiplier> multipliers) {}

    /** Every version adopted, oldest first; one applies from its day until a later version does. */
    @Query(at = "/api/stipend-policy", right = EndpointRight.REFERENCE, name = "stipend-policy-rates")
    List<StipendRates> rates(Asked asked) {
        List<Body> bodies = histories.of(POLICY, asked.asOf());
        DayHistory<StipendPolicyAdopted> applying =
                DayHistory.of(bodies.stream().flatMap(this::event), StipendPolicyEvent::change);
        return bodies.stream().flatMap(body -> adopted(body, applying)).toList();
    }

    private Stream<StipendPolicyEvent> event(Body body) {
        return codec.decode(body.event().type(), body.event().payload()) instanceof StipendPolicyEvent event
                ? Stream.of(event)
                : Stream.empty();
    }

    private Stream<StipendRates> adopted(Body body, DayHistory<StipendPolicyAdopted> applying) {
        return event(body)
                .flatMap(event -> event instanceof StipendPolicyAdopted adopted
                        ? Stream.of(rates(adopted, body, !applying.has(adopted::equals)))
                        : Stream.empty());
    }

    private static StipendRates rates(StipendPolicyAdopted adopted, Body body, boolean withdrawn) {
        return new StipendRates(
                adopted.version(),
                adopted.terms().scheme(),
                adopted.terms().perMonth(),
                adopted.terms().perDay(),
                adopted.terms().perNight(),
                adopted.terms().fewestDays(),
                adopted.instrument().number(),
                adopted.instrument().signedOn(),
                adopted.effectiveFrom(),
                body.commit().number(),
                body.commit().at(),
                body.commit().actor(),
                withdrawn,
                adopted.terms().span(),
                adopted.terms().mostPerMonth(),
                adopted.terms().mostPerYear(),
                adopted.terms().campaigns(),
                adopted.terms().multipliers());
    }

    /**
     * @param decision number of the document by which the member is mobilised
     * @param commit   the commit that states it last
     * @param campaign in whose list the day is; absent beside campaigns
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MobilisationDay(
            MemberId member,
            LocalDate day,
            Shift shift,
            String decision,
            LocalDate signedOn,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String by,
            @Nullable CampaignId campaign) {}

    /** Those that count, of a period if one is asked for, in the order in which they were stated last. */
    @Query(
            at = "/api/teams/{team}/mobilisations",
            right = EndpointRight.STIPENDS,
            of = "team",
            name = "mobilisation-mobilisations")
    List<MobilisationDay> mobilisations(
            Asked asked, @PathVariable String team, @RequestParam Optional<StipendPeriod> period) {
        long asOf = asked.asOf();
        teams.requireKnown(team, asOf);
        List<MobilisationDay> days = new ArrayList<>();
        histories.of(MobilisationsId.of(team), asOf).forEach(body -> add(body, days));
        return days.stream()
                .filter(each ->
                        period.filter(wanted -> !wanted.includes(each.day)).isEmpty())
                .toList();
    }

    private void add(Body body, List<MobilisationDay> days) {
        if (codec.decode(body.event().type(), body.event().payload()) instanceof MobilisationEvent event) {
            days.removeIf(known -> known.member.equals(event.member())
                    && known.day.equals(event.day())
                    && Objects.equals(known.campaign, event.campaign()));
            if (event instanceof MobilisationStated stated) {
                days.add(new MobilisationDay(
                        stated.member(),
                        stated.day(),
                        stated.shift(),
                        stated.decision().number(),
                        stated.decision().signedOn(),
                        body.commit().number(),
                        body.commit().at(),
                        body.commit().actor(),
                        stated.campaign()));
            }
        }
    }
}
