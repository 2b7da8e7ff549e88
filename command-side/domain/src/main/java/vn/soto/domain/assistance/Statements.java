package vn.soto.domain.assistance;

import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_HAS_SOME_BUT_NOT_TOO_MANY_HELPERS;
import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_IS_NOT_IN_THE_FUTURE;
import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_NAMES_NOT_TOO_MANY_SERVICES;
import static vn.soto.domain.assistance.AssistanceRule.FOLLOW_UP_IS_PLANNED_FOR_A_LATER_DAY;
import static vn.soto.domain.assistance.AssistanceRule.FOLLOW_UP_IS_PLANNED_WHERE_IT_IS_NEEDED;
import static vn.soto.domain.assistance.AssistanceRule.HELPERS_WERE_MEMBERS_ON_THAT_DAY;
import static vn.soto.domain.assistance.AssistanceRule.JOINT_HELPERS_ARE_OF_OTHER_TEAMS;
import static vn.soto.domain.assistance.AssistanceRule.OUTCOME_IS_STATED;
import static vn.soto.domain.assistance.AssistanceRule.PROCEDURE_CODE_HAS_THE_NATIONAL_FORM;
import static vn.soto.domain.assistance.AssistanceRule.PROCEDURE_IS_NAMED_WHERE_A_SERVICE_NEEDS_ONE;
import static vn.soto.domain.assistance.AssistanceRule.RESULT_IS_PLAUSIBLE;
import static vn.soto.domain.assistance.AssistanceRule.RESULT_IS_TOLD_ONCE_FOR_EACH_KIND;
import static vn.soto.domain.assistance.AssistanceRule.SERVICES_ARE_IN_THE_CATALOGUE_OF_THAT_DAY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.AssistanceResult;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Team;

/** Checks of the content of a record of help, in its first statement and in corrections. */
final class Statements {

    /** Largest tolerated clock difference between a phone and the server. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    /**
     * Code of the national database of procedures: {@code 1.004194}, or with its authority
     * {@code 1.004194.000.00.00.H09}.
     */
    private static final Pattern PROCEDURE =
            Pattern.compile("\\d\\.\\d{6}(?:\\.\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2})?");

    /** Of one visit; more is a number of a session or of a report. */
    private static final int MOST_RESULTS = 200;

    private Statements() {}

    /** The day of the help in Việt Nam; refuses the future and days outside the calendar. */
    static LocalDate day(Instant occurredAt, Clock clock) {
        ASSISTANCE_IS_NOT_IN_THE_FUTURE.require(
                !occurredAt.isAfter(clock.instant().plus(CLOCK_SKEW)));
        return VietnamTime.day(occurredAt);
    }

    /** @param joint helpers of other teams, each a member of that team on the day */
    static void checkHelpers(
            TeamId id, List<MemberId> helpers, List<Responsible> joint, LocalDate day, ReadOnlyAggregates consulted) {
        ASSISTANCE_HAS_SOME_BUT_NOT_TOO_MANY_HELPERS.require(
                !helpers.isEmpty() && helpers.size() + joint.size() <= Assistance.MOST_HELPERS,
                Assistance.MOST_HELPERS);
        JOINT_HELPERS_ARE_OF_OTHER_TEAMS.require(
                joint.stream().noneMatch(other -> other.team().equals(id) || helpers.contains(other.member()))
                        && joint.stream().map(Responsible::member).distinct().count() == joint.size());
        for (Responsible other : joint) {
            HELPERS_WERE_MEMBERS_ON_THAT_DAY.require(
                    consulted.ask(Team.class, other.team(), team -> team.wasActive(other.member(), day)), day);
        }
        HELPERS_WERE_MEMBERS_ON_THAT_DAY.require(
                consulted.ask(Team.class, id, team -> helpers.stream().allMatch(helper -> team.wasActive(helper, day))),
                day);
    }

    static void checkResults(List<AssistanceResult> results) {
        RESULT_IS_TOLD_ONCE_FOR_EACH_KIND.require(
                results.stream().map(AssistanceResult::kind).distinct().count() == results.size());
        RESULT_IS_PLAUSIBLE.require(
                results.stream().allMatch(result -> result.count() >= 0 && result.count() <= MOST_RESULTS),
                MOST_RESULTS);
    }

    static void checkOutcome(AssistanceOutcome outcome, @Nullable LocalDate next, LocalDate day) {
        OUTCOME_IS_STATED.require(outcome != AssistanceOutcome.UNSTATED);
        FOLLOW_UP_IS_PLANNED_WHERE_IT_IS_NEEDED.require(outcome != AssistanceOutcome.NEEDS_FOLLOW_UP || next != null);
        if (next != null) {
            FOLLOW_UP_IS_PLANNED_FOR_A_LATER_DAY.require(next.isAfter(day), day);
        }
    }

    /** Categories of the services; refuses a service that the catalogue does not have on that day. */
    static List<ServiceCategory> categories(AssistanceContent content, LocalDate day, ServiceCatalogue catalogue) {
        ASSISTANCE_NAMES_NOT_TOO_MANY_SERVICES.require(
                content.services().size() <= Assistance.MOST_SERVICES, Assistance.MOST_SERVICES);
        List<Service> services = new ArrayList<>();
        for (ServiceCode code : content.services()) {
            services.add(catalogue
                    .find(code, day)
                    .orElseThrow(() -> SERVICES_ARE_IN_THE_CATALOGUE_OF_THAT_DAY.refused(code.value(), day)));
        }
        checkProcedure(content.procedure(), services);
        return services.stream().map(Service::category).toList();
    }

    private static void checkProcedure(@Nullable String procedure, List<Service> services) {
        boolean needed = services.stream().anyMatch(Service::needsProcedure);
        PROCEDURE_IS_NAMED_WHERE_A_SERVICE_NEEDS_ONE.require(needed == (procedure != null));
        PROCEDURE_CODE_HAS_THE_NATIONAL_FORM.require(
                procedure == null || PROCEDURE.matcher(procedure).matches());
    }
}
