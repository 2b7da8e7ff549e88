package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.contracts.household.ConsentPurpose.CONTACT;
import static vn.soto.domain.Samples.BUSINESS;
import static vn.soto.domain.Samples.COMMUNE;
import static vn.soto.domain.Samples.FAR_HAMLET;
import static vn.soto.domain.Samples.HAMLET;
import static vn.soto.domain.Samples.HOUSEHOLD;
import static vn.soto.domain.Samples.HUNG;
import static vn.soto.domain.Samples.LAN;
import static vn.soto.domain.Samples.MAI;
import static vn.soto.domain.Samples.NOW;
import static vn.soto.domain.Samples.TEAM;
import static vn.soto.domain.Samples.TODAY;
import static vn.soto.domain.Samples.establish;
import static vn.soto.domain.Samples.formTeam;
import static vn.soto.domain.Samples.register;
import static vn.soto.domain.Samples.signedOn;
import static vn.soto.domain.Samples.units;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.business.BusinessEvent.BusinessClosed;
import vn.soto.contracts.business.BusinessEvent.BusinessCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessEvent.BusinessReopened;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueWithdrawn;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawn;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.organisation.OrganisationEvent.SupportBegun;
import vn.soto.contracts.organisation.OrganisationEvent.SupportEnded;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupClosed;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupUpdated;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCancelled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCorrected;
import vn.soto.contracts.outreach.OutreachEvent.OutreachRescheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.support.DeclineReason;
import vn.soto.contracts.support.RequestOutcome;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReleased;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReopened;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingEvent.AttendanceCorrected;
import vn.soto.contracts.training.TrainingEvent.TrainingCancelled;
import vn.soto.contracts.training.TrainingEvent.TrainingVoided;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.business.BusinessCommand.CloseBusiness;
import vn.soto.domain.business.BusinessCommand.CorrectBusiness;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.business.BusinessCommand.RelocateBusiness;
import vn.soto.domain.business.BusinessCommand.ReopenBusiness;
import vn.soto.domain.catalogue.CatalogueCommand.AdoptServiceCatalogue;
import vn.soto.domain.catalogue.CatalogueCommand.WithdrawServiceCatalogue;
import vn.soto.domain.household.ConsentCommand.RecordConsent;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.organisation.OrganisationCommand.EndSupport;
import vn.soto.domain.organisation.OrganisationCommand.RegisterOrganisation;
import vn.soto.domain.organisation.OrganisationCommand.SupportTeam;
import vn.soto.domain.outreach.CommunityGroupCommand.CloseCommunityGroup;
import vn.soto.domain.outreach.CommunityGroupCommand.CorrectGroupClosing;
import vn.soto.domain.outreach.CommunityGroupCommand.RecordCommunityGroup;
import vn.soto.domain.outreach.CommunityGroupCommand.UpdateCommunityGroup;
import vn.soto.domain.outreach.OutreachCommand.CancelOutreach;
import vn.soto.domain.outreach.OutreachCommand.CorrectOutreach;
import vn.soto.domain.outreach.OutreachCommand.HoldOutreach;
import vn.soto.domain.outreach.OutreachCommand.RescheduleOutreach;
import vn.soto.domain.outreach.OutreachCommand.RestoreOutreach;
import vn.soto.domain.outreach.OutreachCommand.ScheduleOutreach;
import vn.soto.domain.outreach.OutreachCommand.VoidOutreach;
import vn.soto.domain.outreach.OutreachRule;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.CounterRule;
import vn.soto.domain.shared.EarlierEvents;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.support.SupportRequestCommand.DeclineSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReleaseSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReopenSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ResolveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.TakeSupportRequest;
import vn.soto.domain.support.SupportRule;
import vn.soto.domain.team.TeamCommand.RenameTeam;
import vn.soto.domain.training.TrainingCommand.CorrectAttendance;
import vn.soto.domain.training.TrainingCommand.HoldTraining;
import vn.soto.domain.training.TrainingCommand.RestoreTraining;
import vn.soto.domain.training.TrainingCommand.ScheduleTraining;
import vn.soto.domain.training.TrainingCommand.VoidTraining;

/** Aggregates accept the counter-commands of their events: given the events, when the last is taken back, then as before. */
final class TakingEventsBackTest {

    private static final String REASON = "nhập nhầm tệp";
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final LocalDate SOON = TODAY.plusDays(5);
    private static final LocalDate COMING = TODAY.plusDays(20);
    private static final UnitId THIRD = new UnitId("u-hamlet-3");
    private static final List<ServiceCategory> TOPICS = List.of(ServiceCategory.VNEID);

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam(), register(HOUSEHOLD, HAMLET));
    private final List<DomainEvent> earlier = new ArrayList<>();

    private TakingEventsBackTest given(Command... commands) {
        for (Command command : commands) {
            earlier.addAll(scenario.send(command));
        }
        return this;
    }

    /** The command that takes back the first event of the command, which is sent. */
    private CounterCommand counterOf(Command command) {
        DomainEvent event = scenario.send(command).getFirst();
        return CounterCommands.of((ProductEvent) event, new EarlierEvents(() -> earlier), REASON);
    }

    private void takesBack(Command command, DomainEvent... restoring) {
        assertThat(counterOf(command))
                .isInstanceOfSatisfying(
                        CounterCommand.Given.class,
                        counter -> scenario.when(counter.command()).decides(restoring));
    }

    /** The command that takes back the first event of a command after another was recorded for an earlier day. */
    private CounterCommand counterAfter(Command command, Command since) {
        DomainEvent event = scenario.send(command).getFirst();
        List<DomainEvent> others = new ArrayList<>(earlier);
        others.addAll(scenario.send(since));
        return CounterCommands.of((ProductEvent) event, new EarlierEvents(() -> earlier, () -> others), REASON);
    }

    private void keeps(Command command, Rule rule) {
        assertThat(counterOf(command)).isEqualTo(CounterCommand.refusedBy(rule));
    }

    @Nested
    final class OfACatalogue {

        @Test
        void anAdoptedOneIsWithdrawn() {
            given(adopt("drones")).takesBack(adopt("robots"), new ServiceCatalogueWithdrawn(3));
        }

        @Test
        void aWithdrawnOneIsAdoptedAgain() {
            given(adopt("drones"))
                    .takesBack(
                            new WithdrawServiceCatalogue(2, "nhập nhầm"),
                            new ServiceCatalogueAdopted(
                                    new ServiceCatalogue(3, services("drones"), signedOn(YESTERDAY), TODAY)));
        }

        private AdoptServiceCatalogue adopt(String code) {
            return new AdoptServiceCatalogue(services(code), signedOn(YESTERDAY), TODAY);
        }

        private List<Service> services(String code) {
            return List.of(new Service(
                    new ServiceCode(code), "Dịch vụ", "Service", ServiceCategory.OTHER, YESTERDAY, null, false));
        }
    }

    @Nested
    final class OfConsents {

        @Test
        void aFirstConsentIsWithdrawnFromItsDay() {
            takesBack(consent(1), new ConsentWithdrawn(HOUSEHOLD, CONTACT, YESTERDAY));
        }

        @Test
        void aRenewedConsentStays() {
            given(consent(1)).keeps(consent(2), CounterRule.CONSENT_IS_THE_HOUSEHOLDS_OWN_WORD);
        }

        private RecordConsent consent(int version) {
            return new RecordConsent(HOUSEHOLD, CONTACT, version, ConsentMethod.SPOKEN, TEAM, LAN, YESTERDAY);
        }
    }

    /** A coming change goes back to the one that was put before it since. */
    @Nested
    final class AfterSomethingWasPutBeforeIt {

        @BeforeEach
        void aThirdHamletIsThere() {
            scenario.given(establish(THIRD, UnitKind.HAMLET, "Đồng Tâm 3", null, COMMUNE));
        }

        @Test
        void aBusinessWorksThere() {
            given(new RegisterBusiness(BUSINESS, BusinessKind.COOPERATIVE, HAMLET, "HTX-1", null));

            goesBack(
                    counterAfter(
                            new RelocateBusiness(BUSINESS, FAR_HAMLET, COMING),
                            new RelocateBusiness(BUSINESS, THIRD, SOON)),
                    new RelocateBusiness(BUSINESS, THIRD, COMING));
        }

        @Test
        void aHouseholdLivesThere() {
            goesBack(
                    counterAfter(
                            new RelocateHousehold(HOUSEHOLD, FAR_HAMLET, COMING),
                            new RelocateHousehold(HOUSEHOLD, THIRD, SOON)),
                    new RelocateHousehold(HOUSEHOLD, THIRD, COMING));
        }

        @Test
        void aHouseholdThatDidNotLeaveLivesThere() {
            goesBack(
                    counterAfter(
                            new MarkHouseholdLeft(HOUSEHOLD, COMING), new RelocateHousehold(HOUSEHOLD, THIRD, SOON)),
                    new ReturnHousehold(HOUSEHOLD, THIRD, COMING));
        }

        @Test
        void aHouseholdIsWithTheMemberToWhomItPassed() {
            given(new AssignHousehold(HOUSEHOLD, TEAM, HUNG, YESTERDAY));

            goesBack(
                    counterAfter(
                            new ReassignHousehold(HOUSEHOLD, TEAM, LAN, COMING),
                            new ReassignHousehold(HOUSEHOLD, TEAM, MAI, SOON)),
                    new ReassignHousehold(HOUSEHOLD, TEAM, MAI, COMING));
        }

        @Test
        void aHouseholdStaysWithTheMemberToWhomItPassed() {
            given(new AssignHousehold(HOUSEHOLD, TEAM, HUNG, YESTERDAY));
            CounterCommand counter = counterAfter(
                    new UnassignHousehold(HOUSEHOLD, COMING, REASON),
                    new ReassignHousehold(HOUSEHOLD, TEAM, MAI, SOON));

            AssignHousehold again = new AssignHousehold(HOUSEHOLD, TEAM, MAI, COMING);
            assertThat(counter).isEqualTo(new CounterCommand.Given(again, CounterCommand.Turn.SECOND));
            scenario.given(again);
        }

        @Test
        void aMemberWhoBecameResponsibleSoonerStaysSo() {
            assertThat(counterAfter(
                            new AssignHousehold(HOUSEHOLD, TEAM, HUNG, COMING),
                            new AssignHousehold(HOUSEHOLD, TEAM, MAI, SOON)))
                    .isEqualTo(CounterCommand.refusedBy(CounterRule.EVENT_HAS_A_COUNTER_COMMAND));
        }

        @Test
        void aTeamHasTheNameThatItGotSooner() {
            goesBack(counterAfter(rename("Tổ C", COMING), rename("Tổ B", SOON)), rename("Tổ B", COMING));
        }

        private RenameTeam rename(String name, LocalDate day) {
            return new RenameTeam(TEAM, name, signedOn(YESTERDAY), day);
        }

        private void goesBack(CounterCommand counter, Command expected) {
            assertThat(counter).isEqualTo(CounterCommand.of(expected));
            scenario.given(expected);
        }
    }

    @Nested
    final class OfABusiness {

        private final RegisterBusiness registration =
                new RegisterBusiness(BUSINESS, BusinessKind.COOPERATIVE, HAMLET, "HTX-1", null);

        @Test
        void aCorrectionIsCorrectedToWhatWasSaidBefore() {
            given(registration).takesBack(correct("HTX-2"), saying("HTX-1"));
            given(correct("HTX-3")).takesBack(correct("HTX-4"), saying("HTX-3"));
        }

        @Test
        void aMoveGoesBackOnTheSameDay() {
            given(registration)
                    .takesBack(
                            new RelocateBusiness(BUSINESS, FAR_HAMLET, TODAY),
                            new BusinessRelocated(BUSINESS, FAR_HAMLET, HAMLET, TODAY));
        }

        @Test
        void aClosureIsReopenedOnTheSameDay() {
            given(registration)
                    .takesBack(new CloseBusiness(BUSINESS, TODAY), new BusinessReopened(BUSINESS, HAMLET, TODAY));
        }

        @Test
        void aReopeningIsClosedOnTheSameDay() {
            given(registration, new CloseBusiness(BUSINESS, YESTERDAY))
                    .takesBack(new ReopenBusiness(BUSINESS, TODAY), new BusinessClosed(BUSINESS, HAMLET, TODAY));
        }

        private CorrectBusiness correct(String reference) {
            return new CorrectBusiness(BUSINESS, BusinessKind.COOPERATIVE, reference, null, REASON);
        }

        private BusinessCorrected saying(String reference) {
            return new BusinessCorrected(BUSINESS, BusinessKind.COOPERATIVE, HAMLET, reference, null);
        }
    }

    @Nested
    final class OfAnOutreachSession {

        private static final OutreachId SESSION = new OutreachId("o-1");
        private static final Instant MORNING = Samples.at(YESTERDAY, "08:00");

        private final ScheduleOutreach schedule =
                new ScheduleOutreach(SESSION, TEAM, HAMLET, MORNING, TOPICS, OutreachChannel.ZALO);

        @Test
        void aPlannedSessionIsCancelled() {
            takesBack(schedule, new OutreachCancelled(SESSION, TEAM, HAMLET));
        }

        @Test
        void aSessionIsRescheduledToTheTimeBefore() {
            given(schedule).takesBack(reschedule(TODAY), rescheduledTo(MORNING));
            given(reschedule(TODAY))
                    .takesBack(reschedule(TODAY.plusDays(1)), rescheduledTo(Samples.at(TODAY, "08:00")));
        }

        @Test
        void aHeldSessionIsVoidedAndThenNothingIsLeftToCancel() {
            given(schedule).takesBack(new HoldOutreach(SESSION, told(20)), new OutreachVoided(SESSION, TEAM, HAMLET));
            scenario.when(new CancelOutreach(SESSION, REASON)).isRefusedBy(OutreachRule.OUTREACH_IS_NOT_VOIDED);
        }

        @Test
        void aCorrectionIsCorrectedToWhatWasToldBefore() {
            given(schedule, new HoldOutreach(SESSION, told(20))).takesBack(correct(21), telling(20));
            given(correct(22)).takesBack(correct(23), telling(22));
        }

        @Test
        void aCancelledSessionStaysSo() {
            given(schedule).keeps(new CancelOutreach(SESSION, REASON), CounterRule.EVENT_IS_NOT_FINAL);
        }

        @Test
        void aVoidedSessionIsRestoredAndARestoredOneVoided() {
            given(schedule, new HoldOutreach(SESSION, told(20)))
                    .takesBack(new VoidOutreach(SESSION, REASON), telling(20));
            given(new VoidOutreach(SESSION, REASON))
                    .takesBack(new RestoreOutreach(SESSION, REASON), new OutreachVoided(SESSION, TEAM, HAMLET));
        }

        private RescheduleOutreach reschedule(LocalDate day) {
            return new RescheduleOutreach(SESSION, Samples.at(day, "08:00"));
        }

        private OutreachRescheduled rescheduledTo(Instant startsAt) {
            return new OutreachRescheduled(SESSION, TEAM, HAMLET, startsAt);
        }

        private CorrectOutreach correct(int attendance) {
            return new CorrectOutreach(SESSION, told(attendance), REASON);
        }

        private OutreachCorrected telling(int attendance) {
            return new OutreachCorrected(SESSION, TEAM, HAMLET, told(attendance));
        }

        private Holding told(int attendance) {
            return new Holding(YESTERDAY, attendance, CountBasis.COUNTED_LIST, List.of(LAN));
        }
    }

    @Nested
    final class OfACommunityGroup {

        private static final CommunityGroupId GROUP = new CommunityGroupId("g-1");

        private final RecordCommunityGroup recording = new RecordCommunityGroup(GROUP, TEAM, 180, YESTERDAY);

        @Test
        void aGroupIsClosedOnTheDayOfItsFirstCount() {
            takesBack(recording, new CommunityGroupClosed(GROUP, TEAM, YESTERDAY));
        }

        @Test
        void anotherCountOfADayIsReplacedByTheOneBefore() {
            given(recording).takesBack(count(190, YESTERDAY), new CommunityGroupUpdated(GROUP, TEAM, 180, YESTERDAY));
            given(count(170, TODAY)).takesBack(count(171, TODAY), new CommunityGroupUpdated(GROUP, TEAM, 170, TODAY));
        }

        @Test
        void aClosedGroupIsOpenedAndAnOpenedOneClosed() {
            given(recording)
                    .takesBack(
                            new CloseCommunityGroup(GROUP, TODAY),
                            new CommunityGroupUpdated(GROUP, TEAM, 180, YESTERDAY));
            given(new CloseCommunityGroup(GROUP, TODAY))
                    .takesBack(
                            new CorrectGroupClosing(GROUP, null, REASON), new CommunityGroupClosed(GROUP, TEAM, TODAY));
            takesBack(new CorrectGroupClosing(GROUP, YESTERDAY, REASON), new CommunityGroupClosed(GROUP, TEAM, TODAY));
        }

        @Test
        void theOnlyCountOfADayStays() {
            given(recording).keeps(count(190, TODAY), CounterRule.EVENT_HAS_A_COUNTER_COMMAND);
        }

        private UpdateCommunityGroup count(int households, LocalDate day) {
            return new UpdateCommunityGroup(GROUP, households, day);
        }
    }

    @Nested
    final class OfASupportRequest {

        private static final SupportRequestId REQUEST = new SupportRequestId("r-1");

        private final ReceiveSupportRequest receiving = new ReceiveSupportRequest(
                HOUSEHOLD, REQUEST, null, RequestSource.ZALO, TOPICS, YESTERDAY, null, null, null);
        private final TakeSupportRequest taking = new TakeSupportRequest(REQUEST, TEAM, HUNG, YESTERDAY);

        @Test
        void aTakenRequestIsReleased() {
            given(receiving).takesBack(taking, new SupportRequestReleased(REQUEST, HAMLET, TEAM, HUNG, YESTERDAY));
        }

        @Test
        void aReleasedRequestIsTakenByTheSameMember() {
            given(receiving, taking)
                    .takesBack(
                            new ReleaseSupportRequest(REQUEST, TODAY),
                            new SupportRequestTaken(REQUEST, HAMLET, TEAM, HUNG, TODAY));
        }

        @Test
        void aResolvedRequestIsReopenedAndThenNobodyIsLeftToReleaseIt() {
            given(receiving, taking)
                    .takesBack(
                            new ResolveSupportRequest(REQUEST, RequestOutcome.DONE, null, TODAY),
                            new SupportRequestReopened(REQUEST, HAMLET, TEAM, TODAY, TODAY.plusDays(5)));
            scenario.when(new ReleaseSupportRequest(REQUEST, TODAY)).isRefusedBy(SupportRule.REQUEST_IS_TAKEN);
        }

        @Test
        void aDeclinedRequestIsReopened() {
            given(receiving)
                    .takesBack(
                            new DeclineSupportRequest(REQUEST, DeclineReason.CANNOT_BE_REACHED, REASON, TODAY),
                            new SupportRequestReopened(REQUEST, HAMLET, null, TODAY, TODAY.plusDays(5)));
        }

        @Test
        void aReopenedRequestStaysOpen() {
            given(receiving, new DeclineSupportRequest(REQUEST, DeclineReason.DUPLICATE, REASON, TODAY))
                    .keeps(new ReopenSupportRequest(REQUEST, TODAY, REASON), CounterRule.EVENT_HAS_A_COUNTER_COMMAND);
        }
    }

    @Nested
    final class OfATrainingSession {

        private static final TrainingId TRAINING = new TrainingId("tr-1");

        private final ScheduleTraining schedule =
                new ScheduleTraining(TRAINING, TOPICS, Organiser.OTHER, null, YESTERDAY, 3);

        @Test
        void aPlannedSessionIsCancelled() {
            takesBack(schedule, new TrainingCancelled(TRAINING));
        }

        @Test
        void aCorrectionIsCorrectedToTheAttendanceBefore() {
            given(schedule, new HoldTraining(TRAINING, attendance(3))).takesBack(correct(4), correctedTo(3));
            given(correct(5)).takesBack(correct(6), correctedTo(5));
        }

        @Test
        void aHeldSessionIsVoidedAVoidedOneRestoredAndARestoredOneVoided() {
            TrainingVoided voided = new TrainingVoided(TRAINING, YESTERDAY, List.of(TEAM));
            given(schedule).takesBack(new HoldTraining(TRAINING, attendance(3)), voided);
            given(new RestoreTraining(TRAINING, REASON)).takesBack(new VoidTraining(TRAINING, REASON), correctedTo(3));
            given(new VoidTraining(TRAINING, REASON)).takesBack(new RestoreTraining(TRAINING, REASON), voided);
        }

        private CorrectAttendance correct(int hours) {
            return new CorrectAttendance(TRAINING, attendance(hours), REASON);
        }

        private AttendanceCorrected correctedTo(int hours) {
            return new AttendanceCorrected(TRAINING, attendance(hours), List.of(TEAM));
        }

        private Attendance attendance(int hours) {
            return new Attendance(YESTERDAY, hours, List.of(new Attendee(TEAM, LAN)));
        }
    }

    @Nested
    final class OfASupportingOrganisation {

        private static final OrganisationId SCHOOL = new OrganisationId("org-1");

        private final RegisterOrganisation registration =
                new RegisterOrganisation(SCHOOL, "Trường Minh Thạnh", OrganisationKind.SCHOOL);
        private final SupportTeam support = new SupportTeam(SCHOOL, TEAM, YESTERDAY);

        @Test
        void supportEndsOnItsFirstDay() {
            given(registration).takesBack(support, new SupportEnded(SCHOOL, TEAM, YESTERDAY));
        }

        @Test
        void endedSupportBeginsAgainOnTheNextDay() {
            given(registration, support)
                    .takesBack(new EndSupport(SCHOOL, TEAM, TODAY), new SupportBegun(SCHOOL, TEAM, TODAY.plusDays(1)));
        }

        @Test
        void aRegisteredOrganisationStays() {
            keeps(registration, CounterRule.EVENT_HAS_A_COUNTER_COMMAND);
        }
    }
}
