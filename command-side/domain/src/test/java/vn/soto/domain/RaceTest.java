package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.catalogue.CatalogueCommand.AdoptServiceCatalogue;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;

/**
 * In each round, 64 threads concurrently record help by a member, make that member responsible for a household or
 * leader, and end the membership. They also adopt a catalogue without the recorded services. Afterwards every rule
 * holds over the events in ledger order.
 */
@Tag("threads")
final class RaceTest extends SampleCommune {

    private static final int ROUNDS = Boolean.getBoolean("soto.long") ? 20 : 5;
    private static final ServiceCode NEW_SERVICE = new ServiceCode("new-service");

    private final Race race = new Race(ROUNDS);

    @Test
    void breaksNoRuleAcrossAggregates() {
        race.run(RaceTest::prepare, RaceTest::command);

        assertThat(race.outcomes())
                .containsEntry("EndMembership", ROUNDS)
                .containsEntry("AdoptServiceCatalogue", ROUNDS);
    }

    private static void prepare(Scenario scenario) {
        scenario.given(units()).given(formTeam());
        IntStream.range(0, ROUNDS)
                .forEach(round -> scenario.given(
                        new EnrolMember(TEAM, member(round), MemberOrigin.YOUTH_UNION, FOUNDED),
                        register(household(round), HAMLET)));
    }

    private static Command command(int thread, int round) {
        if (thread == Race.THREADS - 1) {
            return adopt(round);
        }
        return switch (thread % 8) {
            case 0 -> new AssignHousehold(household(round), TEAM, member(round), TODAY);
            case 1 -> new ReassignHousehold(household(round), TEAM, HUNG, TODAY);
            case 2 ->
                thread == 2
                        ? new EndMembership(TEAM, member(round), EndReason.OTHER, TODAY.minusDays(1))
                        : new AppointLeader(TEAM, member(round), TODAY);
            default ->
                new RecordAssistance(
                        new AssistanceId("a-" + thread + "-" + round),
                        TEAM,
                        household(round),
                        List.of(member(round)),
                        services(thread % 2 == 0 ? NEW_SERVICE : VNEID));
        };
    }

    /** Catalogues alternate: every second one has the new service instead of the old one. */
    private static AdoptServiceCatalogue adopt(int round) {
        ServiceCode code = round % 2 == 0 ? NEW_SERVICE : VNEID;
        ServiceCategory category = round % 2 == 0 ? ServiceCategory.OTHER : ServiceCategory.VNEID;
        return new AdoptServiceCatalogue(
                List.of(new Service(code, "Dịch vụ", "Service", category, FOUNDED, null, false)),
                signedOn(FOUNDED),
                TODAY);
    }

    private static AssistanceContent services(ServiceCode code) {
        return new AssistanceContent(List.of(code), Channel.CLASS, Mode.DEMONSTRATED, NOW);
    }

    private static MemberId member(int round) {
        return new MemberId("m-" + round);
    }

    private static HouseholdId household(int round) {
        return new HouseholdId("h-" + round);
    }
}
