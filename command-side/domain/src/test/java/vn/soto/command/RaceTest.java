package vn.soto.command;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.command.Samples.HAMLET;
import static vn.soto.command.Samples.HUNG;
import static vn.soto.command.Samples.NOW;
import static vn.soto.command.Samples.TEAM;
import static vn.soto.command.Samples.TODAY;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import vn.soto.command.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.command.catalogue.CatalogueCommand.AdoptServiceCatalogue;
import vn.soto.command.household.HouseholdCommand.AssignHousehold;
import vn.soto.command.household.HouseholdCommand.ReassignHousehold;
import vn.soto.command.shared.Command;
import vn.soto.command.shared.Policy;
import vn.soto.command.shared.Refused;
import vn.soto.command.team.TeamCommand.AppointLeader;
import vn.soto.command.team.TeamCommand.EndMembership;
import vn.soto.command.team.TeamCommand.EnrolMember;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.Organisation;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerException;

/**
 * In each round, 64 threads at once record help by a member, make that member responsible for a household or leader, end
 * the membership, and adopt a catalogue without the services helped with. Read in the order of the ledger, every rule held.
 */
final class RaceTest {

    private static final int THREADS = 64;
    private static final int ROUNDS = 20;
    private static final ServiceCode NEW_SERVICE = new ServiceCode("new-service");
    private static final String REFUSED = "refused";
    private static final String LOST = "lost a race";

    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    private final CyclicBarrier together = new CyclicBarrier(THREADS);

    @Test
    void breaksNoRuleAcrossAggregates() throws Exception {
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
            Scenario scenario =
                    new Scenario(clock, Policy.standard(), ledger -> draft -> written(writer, ledger, draft));
            scenario.given(Samples.units()).given(Samples.formTeam());
            IntStream.range(0, ROUNDS)
                    .forEach(round -> scenario.given(
                            new EnrolMember(TEAM, member(round), Organisation.YOUTH_UNION, Samples.FOUNDED),
                            Samples.register(household(round), HAMLET)));
            race(scenario);
            audit(scenario);
        }
        assertThat(outcomes)
                .containsKeys("AssignHousehold", "ReassignHousehold", "RecordAssistance", REFUSED, LOST)
                .containsEntry("EndMembership", ROUNDS)
                .containsEntry("AdoptServiceCatalogue", ROUNDS);
        outcomes.remove(LOST);
        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(THREADS * ROUNDS);
    }

    private void race(Scenario scenario) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(thread -> threads.submit(() -> run(scenario, thread)))
                    .toList();
            for (Future<?> thread : running) {
                thread.get();
            }
        }
    }

    private Void run(Scenario scenario, int thread) throws InterruptedException, BrokenBarrierException {
        for (int round = 0; round < ROUNDS; round++) {
            together.await();
            outcomes.merge(outcome(scenario, command(thread, round)), 1, Integer::sum);
        }
        return null;
    }

    private static Command command(int thread, int round) {
        if (thread == 63) {
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
                        services(thread % 2 == 0 ? NEW_SERVICE : Samples.VNEID));
        };
    }

    /** Every other catalogue has the new service and no longer the old one. */
    private static AdoptServiceCatalogue adopt(int round) {
        ServiceCode code = round % 2 == 0 ? NEW_SERVICE : Samples.VNEID;
        ServiceCategory category = round % 2 == 0 ? ServiceCategory.OTHER : ServiceCategory.VNEID;
        return new AdoptServiceCatalogue(
                List.of(new Service(code, "Dịch vụ", "Service", category, Samples.FOUNDED, null, false)),
                Samples.signedOn(Samples.FOUNDED),
                TODAY);
    }

    private static Content services(ServiceCode code) {
        return new Content(List.of(code), Channel.CLASS, Mode.DEMONSTRATED, NOW);
    }

    /** What the command did, tried again for as long as it loses races. */
    private String outcome(Scenario scenario, Command command) {
        while (true) {
            try {
                scenario.send(command);
                return command.getClass().getSimpleName();
            } catch (Refused e) {
                return REFUSED;
            } catch (ConcurrencyException e) {
                outcomes.merge(LOST, 1, Integer::sum);
            }
        }
    }

    private static void audit(Scenario scenario) {
        Books books = new Books();
        for (Commit commit : scenario.ledger().commits(1, Integer.MAX_VALUE)) {
            List<DomainEvent> events = scenario.decoded(commit);
            events.stream().filter(AssistanceRecorded.class::isInstance).forEach(event -> {
                Content content = ((AssistanceRecorded) event).content();
                assertThat(content.services())
                        .allMatch(code ->
                                books.catalogueOn(TODAY).find(code, TODAY).isPresent());
            });
            books.commit(events);
        }
        assertThat(ChainVerifier.verify(scenario.ledger()))
                .isEqualTo(scenario.ledger().tail());
    }

    private static MemberId member(int round) {
        return new MemberId("m-" + round);
    }

    private static HouseholdId household(int round) {
        return new HouseholdId("h-" + round);
    }

    /** As in the product, one thread writes and whoever appends waits, so that others decide meanwhile. */
    private static Commit written(ExecutorService writer, LedgerAppender ledger, Draft draft) {
        try {
            return writer.submit(() -> ledger.append(draft)).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LedgerException refused) {
                throw refused;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
