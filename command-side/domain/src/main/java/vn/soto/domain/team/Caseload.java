package vn.soto.domain.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.CaseloadEvent.CaseloadFlaggedLeftBehind;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.ReadOnlyAggregates;

/** Number of households for which a member is responsible, over all teams; every event holds the whole state. */
@AggregateRoot(type = "caseload")
public final class Caseload {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private int households;

    Caseload() {}

    private static String idOf(MemberId member) {
        return "caseload:" + member;
    }

    /** The number of households of a member, as decided now. */
    static int households(MemberId member, ReadOnlyAggregates consulted) {
        return consulted
                .find(Caseload.class, idOf(member), caseload -> caseload.households)
                .orElse(0);
    }

    public static void take(Responsible by, int target, CoWrittenAggregates alsoWritten) {
        count(by, 1, target, alsoWritten);
    }

    public static void give(Responsible from, int target, CoWrittenAggregates alsoWritten) {
        count(from, -1, target, alsoWritten);
    }

    /**
     * Flags, in the commit that ends or suspends a membership, that the member is still responsible for households of the
     * team. Those of other teams the member keeps.
     */
    static void flagLeftBehind(
            MemberId member,
            TeamId team,
            LocalDate since,
            Caseloads caseloads,
            ReadOnlyAggregates consulted,
            CoWrittenAggregates alsoWritten) {
        Responsible who = new Responsible(team, member);
        if (households(member, consulted) > 0
                && caseloads.from(team, since).stream()
                        .anyMatch(charge -> charge.responsible().equals(who))) {
            alsoWritten.change(
                    Caseload.class, idOf(member), Caseload::new, caseload -> caseload.flag(member, team, since));
        }
    }

    private void flag(MemberId member, TeamId team, LocalDate since) {
        apply(new CaseloadFlaggedLeftBehind(member, team, households, since));
    }

    /**
     * Moves one household between two caseloads, in the order of the members' ids, so that the same move makes the same
     * commit.
     */
    public static void move(Responsible from, Responsible to, int target, CoWrittenAggregates alsoWritten) {
        int order = from.member().compareTo(to.member());
        if (order < 0) {
            count(from, -1, target, alsoWritten);
        }
        if (order != 0) {
            count(to, 1, target, alsoWritten);
        }
        if (order > 0) {
            count(from, -1, target, alsoWritten);
        }
    }

    private static void count(Responsible responsible, int change, int target, CoWrittenAggregates alsoWritten) {
        alsoWritten.change(
                Caseload.class,
                idOf(responsible.member()),
                Caseload::new,
                caseload -> caseload.count(responsible, change, target));
    }

    private void count(Responsible responsible, int change, int target) {
        apply(new CaseloadChanged(responsible.member(), responsible.team(), households + change, target));
    }

    @EventHandler
    void evolve(CaseloadChanged event) {
        id = idOf(event.member());
        households = event.households();
    }

    @EventHandler
    void evolve(CaseloadFlaggedLeftBehind event) {
        id = idOf(event.member());
        households = event.households();
    }
}
