package vn.soto.query.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.household.Household.Agreement;

/**
 * A consent and how long it was in force.
 *
 * @param since       day of the consent
 * @param until       first day on which it no longer holds: of its withdrawal, or of the next consent; absent while it is in force
 * @param textVersion version of the text that the household heard or signed
 * @param commit      commit that recorded the consent, or corrected it
 * @param endedBy     commit that ended it; absent while it is in force
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentPeriod(
        ConsentPurpose purpose,
        LocalDate since,
        @Nullable LocalDate until,
        @Nullable Integer textVersion,
        @Nullable ConsentMethod method,
        @Nullable TeamId team,
        @Nullable MemberId witness,
        long commit,
        @Nullable Long endedBy) {

    /** @param agreements consents and withdrawals, oldest first */
    static List<ConsentPeriod> of(List<Agreement> agreements) {
        List<ConsentPeriod> periods = new ArrayList<>();
        for (Agreement each : agreements) {
            periods.replaceAll(period -> period.isInForce(each.purpose()) ? period.endedBy(each) : period);
            if (each.textVersion() != null) {
                periods.add(given(each));
            }
        }
        return periods;
    }

    /** The purposes of those in force, as a card has them. */
    static List<ConsentPurpose> inForce(List<ConsentPeriod> periods) {
        return Arrays.stream(ConsentPurpose.values())
                .filter(purpose -> periods.stream().anyMatch(period -> period.isInForce(purpose)))
                .toList();
    }

    /** The purposes of those that ended without a new one. */
    static List<ConsentPurpose> withdrawn(List<ConsentPeriod> periods) {
        return Arrays.stream(ConsentPurpose.values())
                .filter(purpose -> periods.stream().anyMatch(period -> period.purpose == purpose))
                .filter(purpose -> periods.stream().noneMatch(period -> period.isInForce(purpose)))
                .toList();
    }

    private static ConsentPeriod given(Agreement consent) {
        return new ConsentPeriod(
                consent.purpose(),
                consent.day(),
                null,
                consent.textVersion(),
                consent.method(),
                consent.team(),
                consent.witness(),
                consent.commit(),
                null);
    }

    private boolean isInForce(ConsentPurpose to) {
        return purpose == to && until == null;
    }

    private ConsentPeriod endedBy(Agreement next) {
        return new ConsentPeriod(purpose, since, next.day(), textVersion, method, team, witness, commit, next.commit());
    }
}
