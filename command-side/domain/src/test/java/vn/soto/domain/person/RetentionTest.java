package vn.soto.domain.person;

import static vn.soto.domain.person.PersonRule.PERIOD_OF_KEEPING_HAS_BEGUN;
import static vn.soto.domain.person.PersonRule.PERIOD_OF_KEEPING_IS_DECIDED;
import static vn.soto.domain.person.PersonRule.PERIOD_OF_KEEPING_IS_OVER;
import static vn.soto.domain.person.PersonRule.PROCESSING_IS_NOT_RESTRICTED;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.ErasureEvent.ErasureListed;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.policy.RetentionTerms;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.support.DeclineReason;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.business.BusinessCommand.CloseBusiness;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.business.BusinessCommand.ReopenBusiness;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.MergeDuplicateHouseholds;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.person.PersonCommand.EraseBusinessData;
import vn.soto.domain.person.PersonCommand.EraseHouseholdData;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.person.PersonCommand.EraseRequestData;
import vn.soto.domain.person.PersonCommand.LiftRestriction;
import vn.soto.domain.person.PersonCommand.RestrictProcessing;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.shared.Command;
import vn.soto.domain.support.SupportRequestCommand.DeclineSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReopenSupportRequest;
import vn.soto.domain.team.TeamCommand.DissolveTeam;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;

/** An erasure for the end of the period of keeping holds to the policy and to what the ledger says of the person today. */
final class RetentionTest extends SampleCommune {

    private static final String REASON = "RETENTION_ENDED";
    private static final LocalDate LEFT = TODAY.minusMonths(2);

    private final EraseHouseholdData erasure = new EraseHouseholdData(HOUSEHOLD, ErasureBasis.RETENTION_OVER, REASON);
    private final Scenario scenario = Scenario.at(NOW)
            .approved()
            .given(units())
            .given(formTeam(), register(HOUSEHOLD, HAMLET), new MarkHouseholdLeft(HOUSEHOLD, LEFT));

    private static AdoptPolicy keeping(RetentionTerms retention) {
        Terms terms = new Terms(3, 220, 5, 30, 5, CreditRule.EQUAL_SHARES, List.of(), null, null, null, retention);
        return new AdoptPolicy(terms, signedOn(FOUNDED), FOUNDED);
    }

    private static AdoptPolicy keepingFor(int months) {
        return keeping(new RetentionTerms(months, months, months, months));
    }

    @Test
    void nothingIsErasedForItsAgeWhileThePolicyKeepsIt() {
        scenario.when(erasure).isRefusedBy(PERIOD_OF_KEEPING_IS_DECIDED);
        scenario.decidedByTwo(keeping(new RetentionTerms(null, 1, 1, 1)))
                .when(erasure)
                .isRefusedBy(PERIOD_OF_KEEPING_IS_DECIDED);
    }

    @Test
    void aHouseholdsNamesGoTheDayAfterItsPeriodAndNotOnItsLastDay() {
        Subject home = Subject.of(HOUSEHOLD);
        scenario.decidedByTwo(keepingFor(2)).when(erasure).isRefusedBy(PERIOD_OF_KEEPING_IS_OVER, TODAY);
        scenario.decidedByTwo(keepingFor(1));
        erases(erasure, home);
    }

    @Test
    void aHouseholdThatCameBackIsKept() {
        scenario.decidedByTwo(keepingFor(1))
                .given(new ReturnHousehold(HOUSEHOLD, HAMLET, TODAY))
                .when(erasure)
                .isRefusedBy(PERIOD_OF_KEEPING_HAS_BEGUN);
    }

    @Test
    void aDuplicateIsKeptAsLongAsTheHouseholdAsWhichItCounts() {
        HouseholdId duplicate = new HouseholdId("h-2");
        EraseHouseholdData ofDuplicate = new EraseHouseholdData(duplicate, ErasureBasis.RETENTION_OVER, REASON);
        HouseholdId staying = new HouseholdId("h-3");
        scenario.decidedByTwo(keepingFor(1))
                .given(register(duplicate, HAMLET), register(staying, HAMLET))
                .given(new MergeDuplicateHouseholds(duplicate, staying, "DUPLICATE"))
                .when(ofDuplicate)
                .isRefusedBy(PERIOD_OF_KEEPING_HAS_BEGUN);
        scenario.given(new MarkHouseholdLeft(staying, LEFT));
        scenario.given(ofDuplicate);
    }

    @Test
    void aMemberIsKeptWhileInAnyTeam() {
        EraseMemberData ofHung = new EraseMemberData(HUNG, ErasureBasis.RETENTION_OVER, REASON);
        scenario.decidedByTwo(keepingFor(1)).given(form(FAR_TEAM, FAR_HAMLET, TUAN, LAN, MAI));
        scenario.when(ofHung).isRefusedBy(PERIOD_OF_KEEPING_HAS_BEGUN);
        scenario.given(
                new EnrolMember(FAR_TEAM, HUNG, MemberOrigin.OTHER, FOUNDED),
                new EndMembership(TEAM, HUNG, EndReason.RESIGNED, LEFT.minusDays(9)));
        scenario.when(ofHung).isRefusedBy(PERIOD_OF_KEEPING_HAS_BEGUN);
        scenario.given(new EndMembership(FAR_TEAM, HUNG, EndReason.RESIGNED, LEFT));
        erases(ofHung, Subject.of(HUNG));
    }

    @Test
    void theClockOfAMemberStartsWhenTheTeamIsDissolved() {
        EraseMemberData ofHung = new EraseMemberData(HUNG, ErasureBasis.RETENTION_OVER, REASON);
        scenario.decidedByTwo(keepingFor(1)).given(new DissolveTeam(TEAM, signedOn(LEFT), LEFT, "REORGANISATION"));
        erases(ofHung, Subject.of(HUNG));
    }

    @Test
    void whoNeverWasAMemberHasNoClock() {
        scenario.decidedByTwo(keepingFor(1))
                .when(new EraseMemberData(TUAN, ErasureBasis.RETENTION_OVER, REASON))
                .isRefusedBy(PERIOD_OF_KEEPING_HAS_BEGUN);
    }

    @Test
    void aShopIsKeptWhileItIsOpen() {
        EraseBusinessData ofShop = new EraseBusinessData(BUSINESS, ErasureBasis.RETENTION_OVER, REASON);
        scenario.decidedByTwo(keepingFor(1))
                .given(
                        new RegisterBusiness(BUSINESS, BusinessKind.HOUSEHOLD_BUSINESS, HAMLET, "CS-1", null),
                        new CloseBusiness(BUSINESS, LEFT.minusDays(2)),
                        new ReopenBusiness(BUSINESS, LEFT.minusDays(1)));
        scenario.when(ofShop).isRefusedBy(PERIOD_OF_KEEPING_HAS_BEGUN);
        scenario.given(new CloseBusiness(BUSINESS, LEFT));
        erases(ofShop, Subject.of(BUSINESS));
    }

    @Test
    void aRequesterIsKeptUntilTheRequestIsClosed() {
        SupportRequestId request = new SupportRequestId("r-1");
        EraseRequestData ofRequester = new EraseRequestData(request, ErasureBasis.RETENTION_OVER, REASON);
        scenario.decidedByTwo(keepingFor(1)).given(receive(request, null, HAMLET, LEFT.minusDays(5)));
        scenario.when(ofRequester).isRefusedBy(PERIOD_OF_KEEPING_HAS_BEGUN);
        scenario.given(
                new DeclineSupportRequest(request, DeclineReason.CANNOT_BE_REACHED, "NOT_REACHED", LEFT.minusDays(4)),
                new ReopenSupportRequest(request, LEFT.minusDays(3), null, "STILL_NEEDED"));
        scenario.when(ofRequester).isRefusedBy(PERIOD_OF_KEEPING_HAS_BEGUN);
        scenario.given(new DeclineSupportRequest(request, DeclineReason.CANNOT_BE_REACHED, "NOT_REACHED", LEFT));
        erases(ofRequester, Subject.of(request));
    }

    @Test
    void whatSomebodyAskedToRestrictIsNotErasedForItsAge() {
        Subject home = Subject.of(HOUSEHOLD);
        scenario.decidedByTwo(keepingFor(1))
                .given(new RestrictProcessing(home, TODAY, null, "REQUEST_OF_PERSON"))
                .when(erasure)
                .isRefusedBy(PROCESSING_IS_NOT_RESTRICTED, TODAY);
        scenario.given(new LiftRestriction(home, TODAY, "NO_LONGER_NEEDED"), erasure);
    }

    /** The time of keeping is over a month after they left. */
    private void erases(Command command, Subject subject) {
        scenario.when(command)
                .decides(
                        new PersonalDataErased(subject, ErasureBasis.RETENTION_OVER, LEFT.plusMonths(1)),
                        new ErasureListed(subject, 1));
    }
}
