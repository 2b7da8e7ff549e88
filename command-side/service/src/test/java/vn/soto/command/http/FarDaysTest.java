package vn.soto.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandDescriptor;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.goal.CampaignEvent.CampaignPlanned;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.FarDays;
import vn.soto.domain.shared.Days;

/** Each command that names a day warns of one far ahead, or refuses a future one. */
@Tag("slow")
final class FarDaysTest {

    /** Commands whose days begin nothing, by name, with the reason. */
    private static final Map<String, String> BEGIN_NOTHING = Map.of(
            "undo-unit-change", "names the day of the change that it undoes",
            "review-coverage", "looks at a day",
            "register-household", "lives there since a day that is not after today",
            "correct-residence", "lives there since a day that is not after today",
            "take-back-consent-withdrawal", "names the day of the withdrawal",
            "decide-holidays", "a table of a year",
            "correct-people-count", "names the day of the number",
            "withdraw-people-count", "names the day of the number",
            "correct-mobilisation", "names the day of the entry",
            "withdraw-mobilisation", "names the day of the entry");

    /** Commands about what was recorded or submitted for a quarter: they begin nothing on its days. */
    private static final Set<String> ABOUT_A_QUARTER = Set.of(
            "withdraw-report-override",
            "return-quarterly-report",
            "accept-quarterly-report",
            "return-unit-report",
            "accept-unit-report",
            "note-unit-report",
            "draw-report-sample",
            "open-recognition-round",
            "draw-call-back-sample",
            "revise-target",
            "withdraw-target",
            "approve-stipend-statement");

    private static boolean namesADay(Type type, Set<Type> looked) {
        if (type instanceof ParameterizedType generic) {
            return Stream.of(generic.getActualTypeArguments()).anyMatch(each -> namesADay(each, looked));
        }
        if (type == LocalDate.class || type == Instant.class || type == Quarter.class || type == StipendPeriod.class) {
            return true;
        }
        return type instanceof Class<?> plain
                && plain != Instrument.class // a document that is not signed yet is refused
                && plain.isRecord()
                && looked.add(plain)
                && Stream.of(plain.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .anyMatch(each -> namesADay(each, looked));
    }

    private static boolean answersADayAhead(CommandDescriptor command) {
        return FarDays.facts().stream().anyMatch(CommandTable.reach(command)::constructs)
                || CommandTable.rules(CommandTable.reach(command)).stream()
                        .anyMatch(rule -> rule.matches(".*(_IN_THE_FUTURE|_HAS_ENDED|_BEGINS_SOON).*"));
    }

    @Test
    void eachCommandWithADayWarnsOfOneFarAheadOrRefusesOneInTheFuture() {
        List<CommandDescriptor> dated = CommandCatalogue.product().all().stream()
                .filter(command -> namesADay(command.type(), new HashSet<>()))
                .toList();
        assertThat(dated).hasSizeGreaterThan(50);
        assertThat(dated.stream()
                        .filter(command -> !BEGIN_NOTHING.containsKey(command.name()))
                        .filter(command -> !ABOUT_A_QUARTER.contains(command.name()))
                        .filter(command -> !answersADayAhead(command))
                        .map(CommandDescriptor::name))
                .isEmpty();
    }

    @Test
    void aFarEndOfATeamNamesItsOwnCorrectionAndOfAMembershipThatOfMemberships() {
        TeamId team = new TeamId("t");
        LocalDate today = LocalDate.of(2026, 7, 1);
        LocalDate far = LocalDate.of(2062, 7, 1);
        MembershipEnded left = new MembershipEnded(team, new MemberId("m"), EndReason.OTHER, far);
        TeamDissolved dissolved = new TeamDissolved(team, new Instrument("1/QĐ", today), far, null);

        assertThat(FarDays.warning(List.of(dissolved, left), today)
                        .orElseThrow()
                        .arguments())
                .containsExactly(far, today, Days.MOST_AHEAD, "correct-dissolution");
        assertThat(FarDays.warning(List.of(left), today).orElseThrow().arguments())
                .containsExactly(far, today, Days.MOST_AHEAD, "correct-membership");
    }

    @Test
    void aFarDayToLookAgainNamesTheCommandThatStatesAnother() {
        LocalDate today = LocalDate.of(2026, 7, 1);
        LocalDate far = LocalDate.of(2999, 7, 1);
        AssistanceId help = new AssistanceId("a");
        Beneficiary household = Beneficiary.of(new HouseholdId("h"), new UnitId("u"));
        AssistanceContent content = new AssistanceContent(
                List.of(new ServiceCode("vneid-level-2")),
                null,
                Channel.ZALO,
                Mode.DEMONSTRATED,
                AssistanceOutcome.NEEDS_FOLLOW_UP,
                Instant.parse("2026-07-01T03:00:00Z"),
                far);
        TeamId team = new TeamId("t");
        Responsible by = new Responsible(team, new MemberId("m"));

        assertThat(FarDays.warning(
                                List.of(new AssistanceRecorded(
                                        help, team, household, List.of(), content, List.of(), null, null)),
                                today)
                        .orElseThrow()
                        .arguments())
                .containsExactly(far, today, Days.MOST_AHEAD, "correct-assistance");
        assertThat(FarDays.warning(List.of(lookedAgain(help, household, by, far)), today)
                        .orElseThrow()
                        .arguments())
                .containsExactly(far, today, Days.MOST_AHEAD, "follow-up-assistance");
        assertThat(FarDays.warning(List.of(lookedAgain(help, household, by, null)), today))
                .isEmpty();
        assertThat(FarDays.warning(List.of(lookedAgain(help, household, by, today.plusDays(60))), today))
                .isEmpty();
    }

    private static AssistanceFollowedUp lookedAgain(
            AssistanceId help, Beneficiary household, Responsible by, @Nullable LocalDate next) {
        return new AssistanceFollowedUp(
                help,
                by.team(),
                household,
                by,
                AssistanceOutcome.NEEDS_FOLLOW_UP,
                Instant.parse("2026-07-01T03:00:00Z"),
                next);
    }

    private static CampaignPlanned campaign(LocalDate first, LocalDate last) {
        return new CampaignPlanned(new CampaignId("c"), new UnitId("u"), "10/10", first, last, List.of(), null);
    }

    private static RoleGranted granted(LocalDate first, @Nullable LocalDate last) {
        return new RoleGranted(
                new AccountId("an"),
                new GrantId("g"),
                Role.OFFICER,
                Area.WHOLE,
                first,
                last,
                null,
                GrantApproval.BY_ONE_PERSON);
    }

    @Test
    void aLastDayIsFarAfterAYear() {
        LocalDate today = LocalDate.of(2026, 7, 1);
        LocalDate far = LocalDate.of(2062, 7, 1);

        assertThat(FarDays.warning(List.of(campaign(today, far)), today)
                        .orElseThrow()
                        .arguments())
                .containsExactly(far, today, FarDays.MOST_LASTING, "revise-campaign");
        assertThat(FarDays.warning(List.of(campaign(today, today.plusYears(1))), today))
                .isEmpty();
        assertThat(FarDays.warning(List.of(granted(today, far)), today)
                        .orElseThrow()
                        .arguments())
                .containsExactly(far, today, FarDays.MOST_LASTING, "correct-grant");
        assertThat(FarDays.warning(List.of(granted(today, null)), today)).isEmpty();
    }
}
