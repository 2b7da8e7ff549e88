package vn.soto.domain.person;

import static vn.soto.domain.person.PersonRule.PERIOD_OF_KEEPING_HAS_BEGUN;
import static vn.soto.domain.person.PersonRule.PERIOD_OF_KEEPING_IS_DECIDED;
import static vn.soto.domain.person.PersonRule.PERIOD_OF_KEEPING_IS_OVER;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.business.Business;
import vn.soto.domain.household.Household;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.Days;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.support.SupportRequest;
import vn.soto.domain.team.MemberTeams;
import vn.soto.domain.team.Team;

/**
 * Until when personal data are kept: for the policy's months, counted from the day on which their purpose ended, as known now. A
 * household that returns, a member who joins again, a business or request that opens again is kept.
 */
record Retention(ReadOnlyAggregates consulted, MemberTeams teams, Policies policies) {

    /** The last day of the period of keeping, which is over today; otherwise refused. */
    LocalDate over(Subject subject, LocalDate today) {
        OptionalInt months = policies.on(today).monthsKept(subject.kind());
        PERIOD_OF_KEEPING_IS_DECIDED.require(months.isPresent());
        LocalDate until = endOfPurpose(subject)
                .orElseThrow(PERIOD_OF_KEEPING_HAS_BEGUN::refused)
                .plusMonths(months.getAsInt());
        PERIOD_OF_KEEPING_IS_OVER.require(today.isAfter(until), until);
        return until;
    }

    private Optional<LocalDate> endOfPurpose(Subject subject) {
        return switch (subject.kind()) {
            case HOUSEHOLD -> household(new HouseholdId(subject.id()));
            case MEMBER -> member(new MemberId(subject.id()));
            case BUSINESS -> consulted.ask(Business.class, new BusinessId(subject.id()), Business::closedSince);
            case REQUEST ->
                consulted.ask(SupportRequest.class, new SupportRequestId(subject.id()), SupportRequest::closedOn);
        };
    }

    /** A duplicate is kept as long as the household as which it counts. */
    private Optional<LocalDate> household(HouseholdId household) {
        HouseholdId counts =
                consulted.ask(Household.class, household, Household::survivor).orElse(household);
        return consulted.ask(Household.class, counts, Household::goneSince);
    }

    /** The latest day in any team; none while the person is in one, or never was. */
    private Optional<LocalDate> member(MemberId member) {
        return teams.of(member).stream()
                .flatMap(team -> consulted.find(Team.class, team.value(), asked -> asked.lastDayOf(member)).stream())
                .max(Comparator.naturalOrder())
                .filter(last -> last.isAfter(Days.FIRST) && last.isBefore(Days.LAST));
    }
}
