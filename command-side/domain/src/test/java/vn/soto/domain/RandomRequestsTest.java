package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.support.DeclineReason;
import vn.soto.contracts.support.RequestOutcome;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.support.SupportRequestCommand;
import vn.soto.domain.support.SupportRequestCommand.DeclineSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReleaseSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReopenSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ResolveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.TakeSupportRequest;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.testkit.Seeds;

/** Random commands about requests for support are accepted exactly when the reference model expects it. */
final class RandomRequestsTest extends SampleCommune {

    private static final int COMMANDS = Boolean.getBoolean("soto.long") ? 1_500 : 750;
    private static final List<MemberId> MEMBERS = List.of(LAN, HUNG, MAI, TUAN);

    @Test
    void areAcceptedExactlyWhenTheReferenceModelExpectsIt() {
        Map<Class<?>, Integer> accepted = new HashMap<>();
        Map<Class<?>, Integer> refused = new HashMap<>();
        Seeds.each(4, seed -> run(new Random(seed), accepted, refused));

        assertThat(List.of(SupportRequestCommand.class.getPermittedSubclasses()))
                .allSatisfy(command -> assertThat(accepted.getOrDefault(command, 0))
                        .as("accepted: %s", command.getSimpleName())
                        .isGreaterThan(20))
                .allSatisfy(command -> assertThat(refused.getOrDefault(command, 0))
                        .as("refused: %s", command.getSimpleName())
                        .isGreaterThan(20));
    }

    private static void run(Random random, Map<Class<?>, Integer> accepted, Map<Class<?>, Integer> refused) {
        Scenario scenario = Scenario.at(NOW);
        ReferenceModel reference = new ReferenceModel();
        SupportRequestReferenceModel requests = new SupportRequestReferenceModel(reference);
        List.of(units()).forEach(command -> reference.commit(scenario.send(command)));
        reference.commit(scenario.send(formTeam()));
        reference.commit(scenario.send(formFarTeam()));
        for (int i = 0; i < COMMANDS; i++) {
            Command command = next(i, random);
            boolean aboutTeam = !(command instanceof SupportRequestCommand);
            boolean expected = aboutTeam ? new ExpectedOutcome(reference).accepts(command) : requests.accepts(command);
            List<DomainEvent> events = sent(scenario, command);
            assertThat(!events.isEmpty()).as("command %d, %s", i, command).isEqualTo(expected);
            reference.commit(events);
            requests.commit(events);
            (expected ? accepted : refused).merge(command.getClass(), 1, Integer::sum);
        }
    }

    private static List<DomainEvent> sent(Scenario scenario, Command command) {
        try {
            return scenario.send(command);
        } catch (RuleViolatedException | AggregateNotFoundException | AggregateStreamCreationException e) {
            return List.of();
        }
    }

    /** About requests that came in lately, mostly on days late enough to be in order. */
    private static Command next(int number, Random random) {
        int newest = number / 10;
        SupportRequestId request = id(newest - random.nextInt(8));
        LocalDate day = TODAY.plusDays(random.nextInt(3) == 0 ? random.nextInt(-9, 2) : -random.nextInt(2));
        TeamId team = random.nextInt(4) == 0 ? FAR_TEAM : TEAM;
        MemberId member = MEMBERS.get(random.nextInt(MEMBERS.size()));
        return switch (random.nextInt(32)) {
            case 0 -> new EndMembership(team, member, EndReason.OTHER, TODAY.minusDays(random.nextInt(9)));
            case 1, 2, 3 -> new EnrolMember(team, member, MemberOrigin.TEACHER, day);
            case 4, 5, 6, 7 -> receive(id(newest), TODAY.minusDays(random.nextInt(-1, 9)), random);
            case 8, 9, 10, 11, 12, 13, 14 -> new TakeSupportRequest(request, team, member, day);
            case 15, 16, 17, 18 -> new ReleaseSupportRequest(request, day);
            case 19, 20, 21, 22, 23 -> new ResolveSupportRequest(request, RequestOutcome.DONE, null, day);
            case 24, 25 -> new DeclineSupportRequest(request, DeclineReason.OTHER, "Không thuộc nhiệm vụ", day);
            default -> new ReopenSupportRequest(request, day, null, "Người dân gọi lại");
        };
    }

    private static SupportRequestId id(int number) {
        return new SupportRequestId("r-" + Math.max(0, number));
    }

    private static Command receive(SupportRequestId request, LocalDate day, Random random) {
        return SampleCommune.receive(request, null, random.nextInt(5) == 0 ? FAR_HAMLET : HAMLET, day);
    }
}
